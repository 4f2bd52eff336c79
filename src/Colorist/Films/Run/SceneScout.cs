namespace Colorist;

/// <summary>
/// Reads a film for the scenes of its shots before it is coloured. It keeps them in a file, and goes on where a run
/// that was stopped had come to.
/// </summary>
/// <param name="colorizer">The model.</param>
/// <param name="path">The file.</param>
internal sealed class SceneScout(Colorizer colorizer, string path)
{
    private readonly FinishedList<ShotScene> list = new(path);

    private string Complete => path + ".complete";

    /// <summary>Finds the scenes of all shots.</summary>
    /// <param name="framesFrom">Reads the film from a frame on, by its number.</param>
    /// <param name="cuts">Where shots begin, in steps of the film's time base; null to find them.</param>
    public SharedScenes Find(Func<long, IEnumerable<LumaFrame>> framesFrom, IReadOnlyList<long>? cuts)
    {
        var (found, wasCut) = list.Read(shot => shot.Scene is { Vector: not null, Probabilities: not null });
        if (wasCut || !File.Exists(Complete))
        {
            using var reader = new ShotReader(Shots.Find(framesFrom(found is [.., var last] ? last.Index : 0), cuts));
            while (reader.NextShot())
            {
                var beginning = reader.Peek(ShotScene.Frames);
                if (found.Count > 0 && found[^1].Index == beginning[0].Index) continue; // known, and begun with
                found.Add(new ShotScene(
                    beginning[0].Index, beginning[0].Time, ShotScene.Find(colorizer, beginning)!));
                list.Add(found[^1]);
            }

            File.Create(Complete).Dispose();
        }

        return new SharedScenes(found);
    }
}
