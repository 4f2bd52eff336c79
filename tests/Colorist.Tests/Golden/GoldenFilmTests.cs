namespace Colorist.Tests;

/// <summary>A film of two shots, a moving one and a still one, stored without loss before and after.</summary>
public sealed class GoldenFilmTests(GoldenModels models) : IClassFixture<GoldenModels>
{
    private const int Width = 80;
    private const int Height = 56;
    private const int Frames = 8;
    private const int Cut = 6; // the first frame of the second shot
    private const int Columns = 2; // of frames in the stored picture

    public static TheoryData<string> Models => [.. GoldenModels.Names];

    [Theory]
    [MemberData(nameof(Models))]
    public void Colorize_Film_IsAsRecorded(string model)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["grey.raw"], Grey());
        string[] raw = ["-f", "rawvideo", "-pix_fmt", "yuv420p"];
        FilmFile.Make(folder["grey.mkv"],
            [.. raw, "-s", $"{Width}x{Height}", "-r", "25", "-i", folder["grey.raw"], "-c:v", "ffv1"]);

        var options = new FilmOptions { Codec = "ffv1", RenderSide = 64 };
        var result = new FilmColorizer(models[model]).Colorize(
            Film.Open(folder["grey.mkv"]), folder["coloured.mkv"], options,
            stop: TestContext.Current.CancellationToken);

        Assert.Equal((Frames, 2), (result.Frames, result.Shots));
        FilmFile.Make(folder["coloured.raw"], ["-i", folder["coloured.mkv"], .. raw]);
        GoldenPicture.Check($"{model}-film", Width * Columns, Height * Frames / Columns,
            Sheet(File.ReadAllBytes(folder["coloured.raw"])));
    }

    /// <summary>Frame after frame: luma, then chroma without colour.</summary>
    private static byte[] Grey()
    {
        using var camera = MadeUpPhotos.Sample("camera.png", 5);
        using var rocket = MadeUpPhotos.Sample("rocket.jpg", 6);
        return [.. Enumerable.Range(0, Frames).SelectMany(i => i < Cut
            ? Frame(camera, left: 2 * i, top: 20 + i)
            : Frame(rocket, left: 10, top: 5))];
    }

    private static IEnumerable<byte> Frame(Photo photo, int left, int top)
    {
        var rgb = photo.ToRgb();
        var luma = Enumerable.Range(0, Width * Height)
            .Select(i => (byte)(16 + 219 * rgb[3 * ((top + i / Width) * photo.Width + left + i % Width) + 1] / 255));
        return luma.Concat(Enumerable.Repeat((byte)128, Width * Height / 2));
    }

    /// <summary>
    /// The frames side by side and one below the other, as sRGB by ITU-R BT.601, each chroma value for four pixels.
    /// </summary>
    private static byte[] Sheet(byte[] yuv)
    {
        var rgb = new byte[3 * Width * Height * Frames];
        for (var i = 0; i < Width * Height * Frames; i++)
        {
            var (frame, x, y) = (i / (Width * Height), i % Width, i / Width % Height);
            var start = frame * Width * Height * 3 / 2;
            var chroma = start + Width * Height + y / 2 * (Width / 2) + x / 2;
            var (luma, blue, red) = ((yuv[start + y * Width + x] - 16) / 219.0, (yuv[chroma] - 128) / 224.0,
                (yuv[chroma + Width * Height / 4] - 128) / 224.0);
            var place = 3 * ((frame / Columns * Height + y) * Width * Columns + frame % Columns * Width + x);
            (rgb[place], rgb[place + 1], rgb[place + 2]) =
                (Byte(luma + 1.402 * red), Byte(luma - 0.344136 * blue - 0.714136 * red), Byte(luma + 1.772 * blue));
        }

        return rgb;

        static byte Byte(double value) => (byte)Math.Round(255 * Math.Clamp(value, 0, 1));
    }
}
