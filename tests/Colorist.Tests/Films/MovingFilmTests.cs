namespace Colorist.Tests;

/// <summary>
/// Films made of two pictures under cameras whose movement is known: what a true still of one frame says goes along in
/// its shot, and nowhere else.
/// </summary>
public sealed class MovingFilmTests
{
    private const int KeyStep = 4;
    private const int Frames = 60;
    private const int Change = 32; // the frame in the middle of what lies between two shots

    private static readonly Dictionary<string, Func<int, (float X, float Y, float Zoom, float Degrees)>> Cameras = new()
    {
        ["pan"] = i => (0.3f + i / 160f, 0.5f, 1, 0),
        ["zoom in"] = i => (0.5f, 0.5f, 0.7f + 0.02f * i, 0),
        ["zoom out"] = i => (0.5f, 0.5f, 1.5f - 0.02f * i, 0),
        ["turn"] = i => (0.5f, 0.5f, 1.3f, i),
        ["hand"] = i => (0.5f + 0.02f * MathF.Sin(0.7f * i) + Shake(i, 1), 0.5f + 0.02f * MathF.Sin(0.45f * i + 1)
            + Shake(i, 2), 1.1f, 2 * MathF.Sin(0.3f * i)),
    };

    /// <summary>How much of the second picture a frame shows, and how much light there is and fog.</summary>
    private static readonly Dictionary<string, Func<int, (float Second, float Gain, float Fog)>> Changes = new()
    {
        ["cut"] = i => (Ramp(i, 1), 1, 0),
        ["short dissolve"] = i => (Ramp(i, 8), 1, 0),
        ["dissolve"] = i => (Ramp(i, 24), 1, 0),
        ["long dissolve"] = i => (Ramp(i, 36), 1, 0),
        ["flash at the cut"] = i => (Ramp(i, 1), i is Change or Change + 1 ? 0.1f : 1, i is Change or Change + 1
            ? 90
            : 0),
        ["fade through black"] = i => (Ramp(i, 1), Light(i), 0),
        ["fade through white"] = i => (Ramp(i, 1), Light(i), 100 * (1 - Light(i))),
    };

    public static TheoryData<string, int> Movements =>
        new(Cameras.Keys.SelectMany(name => (int[])[0, 20], (name, still) => (name, still)));

    public static TheoryData<string, int> Transitions =>
        new(Changes.Keys.SelectMany(name => (int[])[6, 54], (name, still) => (name, still)));

    [Theory]
    [MemberData(nameof(Movements))]
    public void Still_UnderAMovingCamera_ColorsWhatItShowsInAllOfItsShot(string camera, int still)
    {
        var shot = new MadeUpShot("coffee.png", Cameras[camera]);
        var film = Enumerable.Range(0, 41).Select(i => Frame(i, shot.Lightness(i))).ToList();
        foreach (var (frame, paint) in Follow(film, still, shot.Truth(still)))
        {
            var truth = shot.Truth(frame);
            var inBoth = shot.SeenIn(frame, still);
            var seen = Enumerable.Range(0, inBoth.Length).Where(i => inBoth[i]).ToList();
            Assert.True(seen.Average(i => paint!.Opacity[i]) > 0.95, $"{frame} has lost it");
            var error = seen.Average(i => Math.Abs(paint!.A[i] - truth.A[i]) + Math.Abs(paint.B[i] - truth.B[i])) / 2;
            Assert.True(error < 5, $"{frame}: wrong by {error:f1}, where the true colours have {truth.Mean():f1}");
        }
    }

    [Theory]
    [MemberData(nameof(Transitions))]
    public void Still_OfOneShot_IsInNoFrameOfTheOther(string change, int still)
    {
        MadeUpShot[] shots = [new("coffee.png", i => (0.45f + i / 640f, 0.5f, 1.2f, 0)),
            new("rocket.jpg", i => (0.5f, 0.4f + i / 480f, 1.2f, 0))];
        var isFirst = still < Change;
        var paint = Follow([.. Enumerable.Range(0, Frames).Select(i => Mixed(i, shots, Changes[change](i)))], still,
            shots[isFirst ? 0 : 1].Truth(still));
        var own = paint.Where(seen => isFirst ? seen.Key < Change - 18 : seen.Key >= Change + 18).ToList();
        var other = paint.Where(seen => seen.Value is not null && Share(seen.Key) < 0.33f).ToList();
        Assert.All(own, seen => Assert.True(seen.Value!.Opacity.Average() > 0.95, $"{seen.Key} has lost it"));
        Assert.True(other.Count == 0 || other.Max(seen => seen.Value!.Opacity.Max()) == 0,
            $"leaks into {string.Join(", ", other.Select(seen => seen.Key))}");

        float Share(int frame) => isFirst ? 1 - Changes[change](frame).Second : Changes[change](frame).Second;
    }

    [Fact]
    public void Still_BeforeAFlash_HoldsBehindIt()
    {
        var shot = new MadeUpShot("coffee.png", Cameras["pan"]);
        var film = Enumerable.Range(0, 41)
            .Select(i => i is 20 or 21 ? Mixed(i, [shot, shot], (0, 0.2f, 80)) : Frame(i, shot.Lightness(i))).ToList();
        var behind = Follow(film, 6, shot.Truth(6)).Where(seen => seen.Key > 21).ToList();
        Assert.NotEmpty(behind);
        Assert.All(behind, seen => Assert.True(seen.Value!.Opacity.Average() > 0.9, $"{seen.Key} has lost it"));
    }

    [Fact]
    public void Shots_UnderMovingCameras_AreWhole()
    {
        foreach (var (name, camera) in Cameras)
        {
            var shot = new MadeUpShot("rocket.jpg", camera);
            var begins = Shots.Find(Enumerable.Range(0, 41).Select(i => Frame(i, shot.Lightness(i))))
                .Where(frame => frame.BeginsShot).Select(frame => frame.Frame.Index);
            Assert.True(begins.SequenceEqual([0L]), $"{name} begins shots at {string.Join(", ", begins)}");
        }
    }

    private static LumaFrame Mixed(int i, MadeUpShot[] shots, (float Second, float Gain, float Fog) light)
    {
        var (one, two) = (light.Second < 1 ? shots[0].Lightness(i) : [], light.Second > 0 ? shots[1].Lightness(i) : []);
        var mixed = one.Length == 0 ? two
            : two.Length == 0 ? one : [.. one.Zip(two, (a, b) => float.Lerp(a, b, light.Second))];
        return Frame(i, [.. mixed.Select(value => Math.Clamp(light.Gain * value + light.Fog, 0, 100))]);
    }

    private static LumaFrame Frame(int i, float[] lightness) =>
        new(i, i, [], new LightnessPlane(MadeUpShot.Width, MadeUpShot.Height, lightness));

    /// <summary>The paint of each frame that the network sees.</summary>
    private static Dictionary<int, Paint?> Follow(List<LumaFrame> film, int still, ChromaPlanes truth)
    {
        film[still] = film[still] with { Still = Paint.Whole(truth) };
        using var scout = new HintScout(
            [still], 1000, NetworkShape.Paper, first => film.Skip((int)first.Index));
        using var reader = new ShotReader(Shots.Find(film));
        var found = new Dictionary<int, Paint?>();
        while (reader.NextShot())
        {
            var paint = scout.Paint(reader.Peek(1)[0], KeyStep);
            for (var group = reader.Take(1); group.Count > 0; group = reader.Take(KeyStep))
            {
                var half = group[^1].AtChromaSize(NetworkShape.Paper);
                found[(int)group[^1].Index] =
                    paint?.Next(group[^1], new Motion(half.Width, half.Height, half.Values));
            }
        }

        return found;
    }

    private static float Ramp(int i, int frames) => Math.Clamp((i - Change) / (float)frames + 0.5f, 0, 1);

    private static float Light(int i) => Math.Clamp(Math.Abs(i - Change + 0.5f) / 10 - 0.2f, 0, 1);

    private static float Shake(int i, int seed) => 0.01f * (new Random(1000 * seed + i).NextSingle() - 0.5f);
}
