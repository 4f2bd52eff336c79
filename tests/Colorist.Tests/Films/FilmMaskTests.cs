namespace Colorist.Tests;

/// <summary>A look for a part of a film, with the smallest model, on made-up films whose movement is known.</summary>
public sealed class FilmMaskTests(SmallFilms films) : IClassFixture<SmallFilms>
{
    private const int Shot = 16; // frames
    private const int Width = 160;
    private const int Height = 120;
    private const int Step = 2; // pixels to the left from frame to frame

    private static readonly FilmOptions Grey = new() { RenderSide = 64, Look = new Look { Saturation = 0 } };

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Mask_OnOneFrame_FollowsWhatMovesToTheEndsOfItsShot(int frame)
    {
        var film = Film();
        var masked = Chroma(film, Grey with { Masks = [new FilmMask(LeftOf(100 - Step * frame), Time(frame))] });
        var plain = Plain(film);
        foreach (var i in (int[])[0, 6, 11, Shot - 1])
        {
            var edge = 100 - Step * i;
            Assert.True(Mean(masked[i], 8, edge - 12) < 1.5, $"colour on the masked side of frame {i}");
            Assert.InRange(Mean(masked[i], edge + 12, Width - 8) / Mean(plain[i], edge + 12, Width - 8), 0.9, 1.1);
        }

        for (var i = Shot; i < 2 * Shot; i++)
            Assert.Equal(Mean(plain[i], 0, Width), Mean(masked[i], 0, Width), 0.5); // the next shot has no mask
    }

    [Fact]
    public void Mask_GivenForTheNextShotToo_HoldsThere()
    {
        FilmMask[] masks = [new(LeftOf(100)), new(LeftOf(60), Time(Shot + 4))];
        var masked = Chroma(Film(), Grey with { Masks = masks });
        Assert.True(Mean(masked[0], 8, 88) < 1.5 && Mean(masked[Shot + 10], 8, 20) < 1.5, "colour where the masks are");
        Assert.True(Mean(masked[Shot + 10], 64, Width - 8) > 3, "no colour beside the second mask");
    }

    [Fact]
    public void Mask_WithSoftEdge_KeepsIt()
    {
        var soft = Mask.FromShares(
            Width, Height, [.. Enumerable.Range(0, Width * Height).Select(i => (float)(i % Width) / Width)]);
        var masked = Chroma(Film(), Grey with { Masks = [new FilmMask(soft)] })[0];
        var plain = Plain(Film())[0];
        foreach (var x in (int[])[20, 60, 100, 140])
            Assert.Equal(1 - x / (double)Width, Mean(masked, x - 8, x + 8) / Mean(plain, x - 8, x + 8), 0.08);
    }

    [Fact]
    public void Mask_ForAStyle_LeavesTheRestAsItWouldBe()
    {
        var style = new Look { Style = films.Describe(Repository.Path("samples", "rocket.jpg")) };
        var film = Film();
        var masked = Chroma(film, Grey with { Look = style, Masks = [new FilmMask(LeftOf(80))] })[0];
        var (plain, styled) = (Plain(film)[0], Chroma(film, Grey with { Look = style })[0]);
        Assert.True(Mean(Minus(plain, styled), 8, 64) > 1, "the test needs a style that does something");
        Assert.True(Mean(Minus(masked, styled), 8, 64) < 0.5, "no style in the mask");
        Assert.True(Mean(Minus(masked, plain), 96, Width - 8) < 0.5, "style outside the mask");
    }

    [Fact]
    public void Mask_OfAnotherSizeOrTime_IsRefused()
    {
        Assert.Throws<ArgumentException>(
            () => Chroma(Film(), Grey with { Masks = [new FilmMask(Mask.FromShares(8, 6, new float[48]))] }));
        Assert.Throws<FilmException>(
            () => Chroma(Film(), Grey with { Masks = [new FilmMask(LeftOf(80), TimeSpan.FromSeconds(9))] }));
    }

    /// <summary>A shot that a camera pans over, and one that stands still.</summary>
    private string Film()
    {
        if (File.Exists(films["pan.mkv"])) return films["pan.mkv"];
        string Picture(string sample) => Repository.Path("samples", sample);
        return FilmFile.Make(films["pan.mkv"], "-loop", "1", "-i", Picture("camera.png"), "-loop", "1", "-i",
            Picture("rocket.jpg"), "-filter_complex",
            $"[0]scale=320:-1,crop={Width}:{Height}:{Step}*n:60,fps=25,trim=end_frame={Shot},setsar=1,format=gray[a];"
                + $"[1]scale=240:-1,crop={Width}:{Height}:40:20,fps=25,trim=end_frame={Shot},setsar=1,format=gray[b];"
                + "[a][b]concat", "-r", "25", "-c:v", "ffv1");
    }

    private static TimeSpan Time(int frame) => TimeSpan.FromSeconds(frame / 25.0);

    private static Mask LeftOf(int edge) => Mask.FromShares(
        Width, Height, [.. Enumerable.Range(0, Width * Height).Select(i => i % Width < edge ? 1f : 0)]);

    private List<ChromaPlanes> Plain(string film) => Chroma(film, Grey with { Look = null }, "plain.mkv");

    private List<ChromaPlanes> Chroma(string film, FilmOptions options, string name = "masked.mkv")
    {
        if (name != "plain.mkv" || !File.Exists(films[name]))
            films.Color(film, name, options with { Codec = "ffv1" });
        return FilmPictures.Read(Colorist.Film.Open(films[name]), Width, Height).Select(picture =>
        {
            var colors = picture.Pixels.Chunk(3)
                .Select(pixel => CieLab.FromSrgb(pixel[0], pixel[1], pixel[2])).ToList();
            return new ChromaPlanes(
                Width, Height, [.. colors.Select(color => color.Item2)], [.. colors.Select(color => color.Item3)]);
        }).ToList();
    }

    private static ChromaPlanes Minus(ChromaPlanes one, ChromaPlanes other) => new(
        Width, Height, [.. one.A.Zip(other.A, (a, b) => a - b)], [.. one.B.Zip(other.B, (a, b) => a - b)]);

    /// <summary>The mean chroma of columns.</summary>
    private static double Mean(ChromaPlanes planes, int from, int to) => Enumerable.Range(0, Width * Height)
        .Where(i => i % Width >= from && i % Width < to)
        .Average(i => Math.Sqrt(planes.A[i] * planes.A[i] + planes.B[i] * planes.B[i]));
}
