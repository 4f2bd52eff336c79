namespace Colorist;

/// <summary>How far a film is.</summary>
/// <param name="Frames">Frames that are done, those of an earlier run included.</param>
/// <param name="ExpectedFrames">Frames of the whole; 0 if the file does not say.</param>
/// <param name="FramesPerSecond">Of this run so far.</param>
/// <param name="Shots">Shots found in this run so far.</param>
public sealed record FilmProgress(long Frames, long ExpectedFrames, double FramesPerSecond, int Shots)
{
    /// <summary>
    /// Frames that were looked at ahead of their turn just now: for hints on a later frame of the shot that begins, or
    /// for the colours that shots share; 0 for none.
    /// </summary>
    public int LookedAhead { get; init; }

    /// <summary>How long the rest will take at that rate; null if that is unknown.</summary>
    public TimeSpan? Left => ExpectedFrames > 0 && FramesPerSecond > 0
        ? TimeSpan.FromSeconds(Math.Max(0, ExpectedFrames - Frames) / FramesPerSecond)
        : null;
}
