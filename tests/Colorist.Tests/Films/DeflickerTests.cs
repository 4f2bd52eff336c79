using System.Runtime.InteropServices;

namespace Colorist.Tests;

/// <summary>Brightness that pumps in a known way, over a picture that moves.</summary>
public sealed class DeflickerTests(SmallFilms films) : IClassFixture<SmallFilms>
{
    private const int Frames = 40;
    private const int Lamp = 22; // the frame in which it goes on

    private static readonly MadeUpShot Shot = new("coffee.png", i => (0.4f + i / 640f, 0.5f, 1.2f, 0));

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void Even_PumpingBrightness_IsNearTheTruth(int bits)
    {
        var random = new Random(5);
        double[] gains = [.. Enumerable.Range(0, Frames).Select(_ => 1 + 0.25 * (random.NextDouble() - 0.5))];
        var truth = Means(Film(bits, i => 1), bits);
        var pumping = Means(Film(bits, i => gains[i]), bits);
        var even = Means(Even(Film(bits, i => gains[i]), bits), bits);
        var (before, after) = (Error(pumping, truth), Error(even, truth));
        Assert.True(after < 0.35 * before, $"off by {before:f2} before, {after:f2} behind");
    }

    [Fact]
    public void Even_SteadyBrightness_StaysAsItIs()
    {
        var (truth, even) = (Means(Film(8, i => 1), 8), Means(Even(Film(8, i => 1), 8), 8));
        Assert.True(Error(even, truth) < 0.5, $"off by {Error(even, truth):f2} of 255");
    }

    [Fact]
    public void Even_LampThatGoesOn_StaysAStepInThatFrame()
    {
        var found = Means(Even(Film(8, i => i < Lamp ? 0.6 : 1), 8), 8);
        var step = found[Lamp] - found[Lamp - 1];
        Assert.InRange(step / (found[^1] - found[0]), 0.9, 1.1);
    }

    [Fact]
    public void Even_Fade_StaysAFade()
    {
        var truth = Means(Film(8, i => 1 - i / 80.0), 8);
        var even = Means(Even(Film(8, i => 1 - i / 80.0), 8), 8);
        Assert.True(truth.Zip(even, (one, other) => Math.Abs(one - other)).Max() < 3);
    }

    [Fact]
    public void Even_FlashAndNextShot_AreLeftAlone()
    {
        var film = Film(8, i => i < 20 ? 0.6 : 1);
        film[10] = film[10] with { IsFlash = true };
        Array.Fill(film[10].Frame.Luma, (byte)230);
        film[20] = film[20] with { BeginsShot = true };
        var truth = Means(film, 8);
        var even = Means(Even(film, 8), 8);
        Assert.Equal(truth[10], even[10]);
        Assert.True(truth.Zip(even, (one, other) => Math.Abs(one - other)).Max() < 1.5);
    }

    [Fact]
    public void Colorize_Deflickered_SaysSoInNoteAndFile()
    {
        var film = films.Make("pumping.mkv", "-t", "0.5", "-vf", "eq=brightness='0.1*sin(n*2)':eval=frame", "-c:v",
            "ffv1", "-pix_fmt", "yuv420p", "-an");
        var options = new FilmOptions { Codec = "ffv1", Deflicker = true };
        Assert.Contains(films.Color(film, "even.mkv", options).Notes, note => note.Contains("luma is changed"));
        Assert.NotEqual(FilmFile.Luma(film), FilmFile.Luma(films["even.mkv"]));
        Assert.Contains(Colorist.Film.Open(films["even.mkv"]).Probe.Format.Tags.Values,
            value => value.Contains("luma is changed"));
        Assert.Empty(films.Color(film, "plain.mkv", options with { Deflicker = false }).Notes);
        Assert.Equal(FilmFile.Luma(film), FilmFile.Luma(films["plain.mkv"]));
    }

    /// <summary>Luma in limited range, times a gain; codes of 16 bits for 10.</summary>
    private static List<ShotFrame> Film(int bits, Func<int, double> gain) => [.. Enumerable.Range(0, Frames).Select(i =>
    {
        var codes = Shot.Lightness(i)
            .Select(lightness => (16 + 219 * 0.8 * gain(i) * lightness / 100) * (1 << bits - 8));
        byte[] luma = bits == 8
            ? [.. codes.Select(code => (byte)Math.Clamp(code, 16, 235))]
            : [.. MemoryMarshal.AsBytes<ushort>([.. codes.Select(code => (ushort)Math.Clamp(code, 64, 940))])];
        return new ShotFrame(new LumaFrame(i, i, luma, new LightnessPlane(1, 1, [50])), i == 0, false);
    })];

    private static List<ShotFrame> Even(List<ShotFrame> film, int bits) =>
        [.. new Deflicker(VideoSignal.For("bt709", isFull: false, bits)).Even(film)];

    /// <summary>In steps of 8 bits.</summary>
    private static List<double> Means(List<ShotFrame> film, int bits) =>
        [.. film.Select(shot => bits == 8
            ? shot.Frame.Luma.Average(code => code)
            : MemoryMarshal.Cast<byte, ushort>(shot.Frame.Luma).ToArray().Average(code => code / 4.0))];

    /// <summary>Of the change from frame to frame: what the eye takes for flicker.</summary>
    private static double Error(List<double> found, List<double> truth)
    {
        var off = found.Zip(truth, (one, other) => one - other).ToList();
        return Math.Sqrt(off.Zip(off.Skip(1), (one, next) => (next - one) * (next - one)).Average());
    }
}
