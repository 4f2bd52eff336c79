namespace Colorist.Tests;

/// <summary>One shot, with a shipped model, on small frames.</summary>
public sealed class SteadyColorsTests : IDisposable
{
    private const int Side = 64;

    private readonly Colorizer colorizer = Colorizer.Load(Repository.Path("models", "iizuka-half"));
    private readonly LightnessPlane camera = Read("camera.png");

    public void Dispose() => colorizer.Dispose();

    [Fact]
    public void Color_FlickeringPicture_ChangesLessThanWhatTheNetworkSaysOfEachFrame()
    {
        LightnessPlane[] frames = [.. Enumerable.Range(0, 25).Select(i => Brightened(camera, i % 8 < 4 ? 1 : 0.75f))];
        var scene = colorizer.SceneOf(camera);
        var looks = frames.Select(frame => colorizer.ChromaOf(frame, scene, null));
        var steady = Color(frames).Select(frame => frame.Chroma);
        Assert.InRange(Change(steady, from: 8), 0.0, 0.25 * Change(looks, from: 8));
    }

    [Fact]
    public void Color_AnyShot_HasTheMeanSceneOfFourFramesOfItsBeginning()
    {
        LightnessPlane[] frames = [camera, .. Enumerable.Repeat(Read("rocket.jpg"), 20)];
        Scene[] scenes = [.. Enumerable.Range(0, 4).Select(i => colorizer.SceneOf(frames[5 * i])!)];
        var mean = Scene.Mix([.. scenes.Select(scene => (scene, 1f))]);
        var first = Color(frames).First().Chroma;
        Assert.Equal(colorizer.ChromaOf(camera, mean, null).A, first.A, (one, other) => Math.Abs(one - other) < 1e-2);
        Assert.True(
            Distance(first, colorizer.ChromaOf(camera, scenes[0], null)) > 0.5, "the test needs scenes that differ");
    }

    [Fact]
    public void Color_FramesBetweenTwoLooks_GoEvenlyFromOneToTheOther()
    {
        var last = Brightened(camera, 0.75f);
        LightnessPlane[] frames = [camera, Brightened(camera, 0.94f), Brightened(camera, 0.88f),
            Brightened(camera, 0.81f), last];
        var colored = Color(frames).Select(frame => frame.Chroma).ToArray();
        var whole = Distance(colored[0], colored[4]);
        Assert.True(whole > 0.2, $"the test needs looks that differ: {whole}");
        for (var i = 1; i < 4; i++)
            Assert.InRange(Distance(colored[0], colored[i]) / whole, i / 4.0 - 0.15, i / 4.0 + 0.15);
    }

    [Fact]
    public void Color_LightThatChangesForGood_IsFollowedAsSoonAsMostAgeSays()
    {
        var dark = Brightened(camera, 0.75f);
        LightnessPlane[] frames = [.. Enumerable.Repeat(camera, 41), .. Enumerable.Repeat(dark, 40)];
        var steady = new SteadyColors(colorizer) { MaxAge = 2 };
        var last = steady.Color(
            frames.Select((frame, i) => new ShotFrame(new LumaFrame(i, i, [], frame), i == 0, false))).Last().Chroma;
        var scene = colorizer.SceneOf(camera);
        var (bright, wanted) = (colorizer.ChromaOf(camera, scene, null), colorizer.ChromaOf(dark, scene, null));
        // ten looks later two thirds to the tenth power are left
        Assert.InRange(Distance(last, wanted) / Distance(bright, wanted), 0, 0.1);
    }

    private List<ColoredFrame> Color(IEnumerable<LightnessPlane> frames) =>
        [.. new SteadyColors(colorizer)
            .Color(frames.Select((frame, i) => new ShotFrame(new LumaFrame(i, i, [], frame), i == 0, false)))];

    private static double Change(IEnumerable<ChromaPlanes> planes, int from) =>
        planes.Skip(from).Zip(planes.Skip(from + 1), Distance).Average();

    private static double Distance(ChromaPlanes one, ChromaPlanes other) =>
        one.A.Zip(other.A, (x, y) => Math.Abs((double)x - y)).Average();

    private static LightnessPlane Brightened(LightnessPlane plane, float gain) =>
        new(Side, Side, [.. plane.Values.Select(value => gain * value)]);

    private static LightnessPlane Read(string sample)
    {
        using var photo = Photo.Load(Repository.Path("samples", sample));
        return photo.Lightness(Side, Side);
    }
}
