namespace Colorist;

/// <summary>
/// Writes coloured frames as segments: a new one begins at a cut where it can, after a while where there is none.
/// </summary>
internal sealed class FilmSegments(FilmJournal journal, Func<string, FilmEncoder> encoder) : IDisposable
{
    private const int MinFrames = 240;
    private const int MaxFrames = 720;

    private readonly List<long> times = [];
    private FilmEncoder? open;
    private string path = "";
    private long shot;

    /// <summary>Adds a frame.</summary>
    /// <exception cref="FilmException">Ffmpeg failed.</exception>
    public void Write(byte[] frame, ColoredFrame colored)
    {
        var atCut = colored.Frame.Index == colored.ShotStart;
        shot = colored.ShotStart;
        if (times.Count >= MaxFrames || (times.Count >= MinFrames && atCut)) Finish();
        open ??= encoder(path = journal.NewSegment());
        open.Write(frame);
        times.Add(colored.Frame.Time);
    }

    /// <summary>Completes the segment that is open.</summary>
    /// <exception cref="FilmException">Ffmpeg failed.</exception>
    public void Finish()
    {
        if (open is null) return;
        open.Finish();
        open.Dispose();
        open = null;
        journal.Add(new Segment(Path.GetFileName(path), [.. times], shot));
        times.Clear();
    }

    public void Dispose() => open?.Dispose();
}
