namespace Colorist.Cli;

/// <summary>What came of the photos that arrived.</summary>
internal sealed class WatchCount
{
    private int colored;
    private int inColor;
    private int failed;

    public void Add(PhotoReport report)
    {
        if (report.IsMadeElsewhere) return;
        if (report.IsInColor) inColor++;
        else if (report.Error is not null) failed++;
        else colored++;
    }

    /// <summary>One line.</summary>
    public override string ToString() => $"coloured {colored:n0} photo{(colored == 1 ? "" : "s")}"
        + (inColor > 0 ? $"; {inColor:n0} in colour, left alone" : "")
        + (failed > 0 ? $"; {failed:n0} failed" : "");
}
