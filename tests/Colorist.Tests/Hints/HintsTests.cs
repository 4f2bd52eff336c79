using CsCheck;
using NetVips;

namespace Colorist.Tests;

/// <summary>These run with the shipped model, on a small copy of a sample.</summary>
public sealed class HintsTests : IDisposable
{
    private const int Side = 120;

    private readonly Colorizer colorizer = Colorizer.Load(Repository.ShippedModel, new() { RenderSide = 96 });
    private readonly Photo camera;
    private readonly TemporaryFolder folder = new();

    public HintsTests()
    {
        using var photo = Photo.Load(Repository.Path("samples", "camera.png"));
        camera = Photo.FromLightness(photo.Lightness(Side, Side));
    }

    public void Dispose()
    {
        colorizer.Dispose();
        camera.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Predict_AnyHints_AreExactWhereTheyAre() => Gen
        .Select(Gen.Int[0, Side - 1], Gen.Int[0, Side - 1], Gen.Byte, Gen.Byte, Gen.Byte).Array[1, 5]
        .Sample(
            points =>
            {
                var chroma = AtFullSize(new Look { Hints = Hints.FromPoints(Side, Side, points) });
                foreach (var (x, y, red, green, blue) in points.Reverse()
                    .DistinctBy(point => (point.Item1, point.Item2)))
                {
                    var (_, a, b) = CieLab.FromSrgb(red, green, blue);
                    Assert.Equal((a, b), (chroma.A[y * Side + x], chroma.B[y * Side + x]));
                }
            },
            iter: 10);

    [Fact]
    public void Colorize_StrokeOnTheCoat_IsFoundUnderItAndNearIt_ButNotInTheSky()
    {
        var plain = AtFullSize(new Look());
        var hinted = AtFullSize(new Look { Hints = Stroke(from: (40, 70), (140, 30, 40)) });
        var (_, wantedA, _) = CieLab.FromSrgb(140, 30, 40);
        float Coat(ChromaPlanes chroma) => Mean(chroma, 30, 60, 60, 85);
        Assert.True(Coat(plain) < 10, "the coat is red already");
        Assert.InRange(Coat(hinted), 0.6 * wantedA, 1.1 * wantedA);
        Assert.Equal(Mean(plain, 60, 0, 120, 15), Mean(hinted, 60, 0, 120, 15), 0.12 * wantedA);
    }

    [Fact]
    public void Colorize_Hints_LeaveLightnessUntouched()
    {
        using var colored = colorizer.Colorize(camera, new Look { Hints = Stroke(from: (40, 70), (0, 255, 0)) });
        // one step of 8 bits
        Assert.All(Lightness(colored).Zip(Lightness(camera)), pair => Assert.Equal(pair.Second, pair.First, 0.8));
    }

    [Fact]
    public void Predict_HintsOnly_NeedsNoNetworkAndKeepsColorsApartAtAnEdge()
    {
        var rgb = new byte[Side * Side * 3];
        for (var i = 0; i < rgb.Length; i++) rgb[i] = (byte)(i / 3 % Side < Side / 2 ? 60 : 190);
        using var halves = Photo.FromRgb(Side, Side, rgb);
        var hints = Hints.FromPoints(Side, Side, [(10, 100, 200, 40, 40), (110, 20, 40, 40, 200)]);
        var chroma = colorizer.Predict(halves, new Look { Hints = hints, HintsOnly = true }).Chroma
            .At(halves.Lightness(Side, Side));
        Assert.Equal(CieLab.FromSrgb(200, 40, 40).B, Mean(chroma.B, 0, 0, 50, Side), 8.0);
        Assert.Equal(CieLab.FromSrgb(40, 40, 200).B, Mean(chroma.B, 70, 0, Side, Side), 8.0);
    }

    [Fact]
    public void Load_StrokesOnTransparentGround_AreTheHints()
    {
        var strokes = new byte[Side * Side * 4];
        for (var x = 10; x < 20; x++) strokes.AsSpan(4 * (5 * Side + x), 4).Fill(200);
        strokes.AsSpan(4 * (7 * Side + 3), 4).Fill(100); // rather transparent
        Save(strokes, Side, 4, "strokes.png");
        Assert.Equal(10, Hints.Load(folder["strokes.png"], Side, Side).Count);

        var error = Assert.Throws<PhotoException>(() => Hints.Load(folder["strokes.png"], Side, Side + 1));
        Assert.Contains("120×121 pixels, found 120×120", error.Message, StringComparison.Ordinal);
        Save(new byte[Side * Side * 3], Side, 3, "opaque.png");
        Assert.Contains("transparent",
            Assert.Throws<PhotoException>(() => Hints.Load(folder["opaque.png"], Side, Side)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(4, true)]
    [InlineData(2, false)]
    public void Load_StrokesOfAnyKind_CountWhereTheyAreRatherOpaque(int bands, bool isDeep)
    {
        var strokes = new ushort[Side * Side * bands];
        for (var i = 0; i < strokes.Length; i++) strokes[i] = (ushort)(i / bands % 256 * (isDeep ? 257 : 1));
        using var values = Image.NewFromMemory<ushort>(strokes, Side, Side, bands, Enums.BandFormat.Ushort);
        using var picture = isDeep
            ? values.Copy(interpretation: bands == 2 ? Enums.Interpretation.Grey16 : Enums.Interpretation.Rgb16)
            : values.Cast(Enums.BandFormat.Uchar)
                .Copy(interpretation: bands == 2 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);
        picture.WriteToFile(folder["strokes.png"]);
        Assert.Equal(Enumerable.Range(0, Side * Side).Count(i => i % 256 >= 128),
            Hints.Load(folder["strokes.png"], Side, Side).Count);
    }

    [Fact]
    public void Hints_WrongOnes_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Hints.FromPoints(10, 10, [(10, 0, 1, 2, 3)]));
        var small = Hints.FromPoints(10, 10, [(9, 0, 1, 2, 3)]);
        Assert.Throws<ArgumentException>(() => colorizer.Predict(camera, new Look { Hints = small }));
        Assert.Throws<ArgumentException>(() => colorizer.Predict(camera, new Look { HintsOnly = true }));
        Assert.Throws<ArgumentException>(() => small.With(Hints.FromPoints(10, 11, [])));
        using var full = Colorizer.Load(Repository.ShippedModel, new() { RenderFull = true });
        Assert.Throws<ArgumentException>(() => full.Predict(camera, new Look { Hints = Stroke((1, 1), (1, 2, 3)) }));
    }

    [Fact]
    public void Hints_TwoAtOnePlace_AreTheLater()
    {
        var (_, a, b) = CieLab.FromSrgb(20, 40, 200);
        var red = Hints.FromPoints(4, 4, [(1, 2, 200, 40, 20)]);
        var both = Hints.FromPoints(4, 4, [(1, 2, 200, 40, 20), (1, 2, 20, 40, 200)]);
        var joined = red.With(Hints.FromPoints(4, 4, [(1, 2, 20, 40, 200)]));
        Assert.Equal([new HintPoint(1, 2, new(a, b))], both.Points.ToArray());
        Assert.Equal(both.Points.ToArray(), joined.Points.ToArray());
    }

    [Fact]
    public void Predict_NoHints_ChangeNothing() =>
        Assert.Equal(AtFullSize(new Look()).A, AtFullSize(new Look { Hints = Hints.FromPoints(Side, Side, []) }).A);

    [Fact]
    public void Predict_ReferenceOfTheSamePicture_LendsItsColors()
    {
        using var coffee = Photo.Load(Repository.Path("samples", "coffee.png"));
        var truth = coffee.Chroma(Side, Side);
        var grey = coffee.Lightness(Side, Side);
        using var photo = Photo.FromLightness(grey);
        double Error(Look look) => colorizer.Predict(photo, look).Chroma.At(grey).A
            .Zip(truth.A, (found, wanted) => Math.Abs(found - wanted)).Average();
        Assert.True(Error(new Look { Reference = colorizer.Refer(coffee) }) < 0.5 * Error(new Look()),
            "the reference does not help");
        using var colorless = Photo.Load(Repository.Path("samples", "camera.png"));
        Assert.Throws<PhotoException>(() => colorizer.Refer(colorless));
    }

    private static Hints Stroke((int X, int Y) from, (byte Red, byte Green, byte Blue) color) =>
        Hints.FromPoints(Side, Side, Enumerable.Range(0, 12)
            .Select(i => (from.X + i / 2, from.Y + i, color.Red, color.Green, color.Blue)));

    private static float Mean(ChromaPlanes chroma, int left, int top, int right, int bottom) =>
        Mean(chroma.A, left, top, right, bottom);

    private static float Mean(float[] values, int left, int top, int right, int bottom) =>
        Enumerable.Range(top, bottom - top)
            .SelectMany(y => Enumerable.Range(left, right - left).Select(x => values[y * Side + x])).Average();

    private static IEnumerable<float> Lightness(Photo photo) =>
        photo.ToRgb().Chunk(3).Select(pixel => CieLab.FromSrgb(pixel[0], pixel[1], pixel[2]).Lightness);

    private void Save(byte[] pixels, int width, int bands, string name)
    {
        using var image =
            Image.NewFromMemory(pixels, width, pixels.Length / width / bands, bands, Enums.BandFormat.Uchar);
        using var srgb = image.Copy(interpretation: Enums.Interpretation.Srgb);
        srgb.WriteToFile(folder[name]);
    }

    private ChromaPlanes AtFullSize(Look look) =>
        colorizer.Predict(camera, look).Chroma.At(camera.Lightness(Side, Side));
}
