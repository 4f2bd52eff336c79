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
            var last = found is [.., var shot] ? shot.Index : (long?)null; // known, and begun with
            foreach (var scene in ShotScene.Read(colorizer, Shots.Find(framesFrom(last ?? 0), cuts), last))
            {
                found.Add(scene);
                list.Add(scene);
            }

            File.Create(Complete).Dispose();
        }

        return new SharedScenes(found);
    }
}
