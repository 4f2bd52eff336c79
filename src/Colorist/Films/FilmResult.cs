namespace Colorist;

/// <summary>What became of a film.</summary>
/// <param name="Frames">Frames in the result.</param>
/// <param name="Shots">Shots found, those of an earlier run not counted.</param>
/// <param name="Elapsed">Time of this run.</param>
/// <param name="Stages">Seconds that each stage worked in this run; they work at the same time.</param>
/// <param name="Notes">What is to be known of the result: streams left out, odd sides made even.</param>
/// <param name="Damages">Where the film is broken; empty if it is whole. The result holds what could be read.</param>
public sealed record FilmResult(
    long Frames,
    int Shots,
    TimeSpan Elapsed,
    FilmStages Stages,
    IReadOnlyList<string> Notes,
    IReadOnlyList<FilmDamage> Damages)
{
    /// <summary>Frames that this run did in a second.</summary>
    public double FramesPerSecond { get; init; }
}
