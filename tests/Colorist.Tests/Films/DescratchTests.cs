using System.Runtime.InteropServices;

namespace Colorist.Tests;

/// <summary>Dirt in known places of single frames, over a picture that a camera moves over.</summary>
public sealed class DescratchTests(SmallFilms films) : IClassFixture<SmallFilms>
{
    private const int Frames = 12;

    private static readonly MadeUpShot Shot = new("coffee.png", i => (0.4f + i / 160f, 0.5f, 1.2f + i / 100f, 0));

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void Clean_DustHairsAndScratches_GoAndTheRestStays(int bits)
    {
        var (truth, dirty, clean) = (Film(bits), Film(bits), Film(bits));
        var dirt = Dirty(dirty, bits);
        Dirty(clean, bits);
        clean = Clean(clean, bits);
        double before = 0, after = 0, beside = 0;
        for (var frame = 1; frame < Frames - 1; frame++)
        {
            var (was, found, real) = (Codes(dirty[frame], bits), Codes(clean[frame], bits), Codes(truth[frame], bits));
            for (var i = 0; i < real.Length; i++)
                if (dirt[frame][i])
                {
                    before += Math.Abs(was[i] - real[i]);
                    after += Math.Abs(found[i] - real[i]);
                }
                else beside += Math.Abs(found[i] - real[i]) / (real.Length * (Frames - 2));
        }

        Assert.True(after < 0.15 * before, $"{after / before:p1} of the dirt stayed");
        Assert.True(beside < 0.2, $"clean pixels changed by {beside:f2} in the mean");
    }

    [Fact]
    public void Clean_CleanFilm_StaysAsItIs()
    {
        var changed = Film(8).Zip(Clean(Film(8), 8))
            .SelectMany(pair => Codes(pair.First, 8).Zip(Codes(pair.Second, 8), (one, other) => one != other)).ToList();
        var share = changed.Count(isChanged => isChanged) / (double)changed.Count;
        Assert.True(share < 0.0005, $"{share:p3} of the pixels changed");
    }

    [Fact]
    public void Clean_FramesWithoutNeighboursAndFlashes_AreLeftAlone()
    {
        var (dirty, found) = (Film(8), Film(8));
        foreach (var film in new[] { dirty, found })
        {
            Dirty(film, 8);
            film[6] = film[6] with { BeginsShot = true };
            film[9] = film[9] with { IsFlash = true };
        }

        found = Clean(found, 8);
        Assert.All([0, 5, 6, 9, Frames - 1],
            frame => Assert.Equal(dirty[frame].Frame.Luma, found[frame].Frame.Luma));
        Assert.All([1, 7], frame => Assert.NotEqual(dirty[frame].Frame.Luma, found[frame].Frame.Luma));
    }

    [Fact]
    public void Clean_ThingThatIsLarge_Stays()
    {
        var (truth, found) = (Film(8), Film(8));
        foreach (var film in new[] { truth, found })
            for (var i = 0; i < 400; i++) film[5].Frame.Luma[(40 + i / 20) * MadeUpShot.Width + 60 + i % 20] = 235;
        Assert.Equal(truth[5].Frame.Luma, Clean(found, 8)[5].Frame.Luma);
    }

    [Fact]
    public void Colorize_Descratched_SaysSoInNoteAndFile()
    {
        var film = films.Make("grain.mkv", "-t", "0.5", "-c:v", "ffv1", "-pix_fmt", "yuv420p", "-an");
        var options = new FilmOptions { Codec = "ffv1", Descratch = true };
        Assert.Contains(films.Color(film, "clean.mkv", options).Notes, note => note.Contains("dust and scratches"));
        Assert.Contains(Colorist.Film.Open(films["clean.mkv"]).Probe.Format.Tags.Values,
            value => value.Contains("dust and scratches"));
    }

    private static List<ShotFrame> Film(int bits) => [.. Enumerable.Range(0, Frames).Select(i =>
    {
        var lightness = Shot.Lightness(i);
        var codes = lightness.Select(value => (16 + 219 * 0.8 * value / 100) * (1 << bits - 8));
        byte[] luma = bits == 8
            ? [.. codes.Select(code => (byte)code)]
            : [.. MemoryMarshal.AsBytes<ushort>([.. codes.Select(code => (ushort)code)])];
        var small = new LightnessPlane(MadeUpShot.Width, MadeUpShot.Height, lightness);
        return new ShotFrame(new LumaFrame(i, i, luma, small), i == 0, false);
    })];

    /// <summary>Spots of 3 pixels, black and white, a hair, and a white scratch, elsewhere in each frame.</summary>
    /// <returns>Where, for each frame.</returns>
    private static List<bool[]> Dirty(List<ShotFrame> film, int bits)
    {
        var random = new Random(3);
        return [.. film.Select(shot =>
        {
            var dirt = new bool[MadeUpShot.Width * MadeUpShot.Height];
            for (var spot = 0; spot < 12; spot++)
                Mark(random.Next(2, MadeUpShot.Width - 3), random.Next(2, MadeUpShot.Height - 3), spot % 2 * 240);
            var scratch = random.Next(2, MadeUpShot.Width - 2);
            for (var y = 0; y < MadeUpShot.Height; y++) Set(y * MadeUpShot.Width + scratch, 240);
            return dirt;

            void Mark(int x, int y, int code)
            {
                for (var i = 0; i < 9; i++) Set((y + i / 3 - 1) * MadeUpShot.Width + x + i % 3 - 1, code);
            }

            void Set(int at, int code)
            {
                dirt[at] = true;
                shot.Frame.Small.Values[at] = code / 2.4f;
                if (bits == 8) shot.Frame.Luma[at] = (byte)code;
                else MemoryMarshal.Cast<byte, ushort>(shot.Frame.Luma.AsSpan())[at] = (ushort)(code * 4);
            }
        })];
    }

    private static List<ShotFrame> Clean(List<ShotFrame> film, int bits) =>
        [.. new Descratch(VideoSignal.For("bt709", isFull: false, bits), MadeUpShot.Width, MadeUpShot.Height)
            .Clean(film)];

    /// <summary>In steps of 8 bits.</summary>
    private static double[] Codes(ShotFrame shot, int bits) => bits == 8
        ? [.. shot.Frame.Luma.Select(code => (double)code)]
        : [.. MemoryMarshal.Cast<byte, ushort>(shot.Frame.Luma).ToArray().Select(code => code / 4.0)];
}
