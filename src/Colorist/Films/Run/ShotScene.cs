namespace Colorist;

/// <summary>What kind of picture a shot is.</summary>
/// <param name="Index">Number of its first frame.</param>
/// <param name="Time">When that is shown, in steps of the film's time base.</param>
/// <param name="Scene">The mean of those of some frames of its beginning.</param>
internal sealed record ShotScene(long Index, long Time, Scene Scene)
{
    /// <summary>Frames at the beginning of a shot that may say what it shows.</summary>
    public const int Frames = 16;

    private const int Step = 5; // from one of them that is asked to the next

    /// <summary>Finds the scenes of a film's shots, in their order.</summary>
    /// <param name="colorizer">The model; without global features there are none.</param>
    /// <param name="frames">Of all shots.</param>
    /// <param name="known">Number of the first frame of a shot that is left out; null for none.</param>
    public static IEnumerable<ShotScene> Read(Colorizer colorizer, IEnumerable<ShotFrame> frames, long? known = null)
    {
        using var reader = new ShotReader(frames);
        while (reader.NextShot())
        {
            var beginning = reader.Peek(Frames);
            if (beginning[0].Index != known && Find(colorizer, beginning) is { } scene)
                yield return new ShotScene(beginning[0].Index, beginning[0].Time, scene);
        }
    }

    /// <summary>Asks a model.</summary>
    /// <param name="colorizer">The model.</param>
    /// <param name="beginning">Up to <see cref="Frames"/> of the shot.</param>
    /// <returns>Null if the model has no global features.</returns>
    public static Scene? Find(Colorizer colorizer, IReadOnlyList<LumaFrame> beginning)
    {
        var scenes = beginning.Where((_, i) => i % Step == 0).Select(frame => colorizer.SceneOf(frame.Small))
            .OfType<Scene>().ToList();
        return scenes.Count == 0 ? null : Scene.Mix([.. scenes.Select(scene => (scene, 1f))]);
    }
}
