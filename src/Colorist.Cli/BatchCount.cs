using System.Diagnostics;

namespace Colorist.Cli;

/// <summary>How far a batch is.</summary>
/// <param name="total">Photos to colour; 0, the default, where nobody knows beforehand.</param>
internal sealed class BatchCount(int total = 0)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public int Total => total;

    public int Done { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Photos that have colour already and were left alone.</summary>
    public int InColor { get; private set; }

    /// <summary>Photos whose results another run made meanwhile.</summary>
    public int MadeElsewhere { get; private set; }

    private int Colored => Done - Failed - InColor - MadeElsewhere;

    private string LeftOut => (InColor > 0 ? $"; {InColor:n0} in colour, left alone" : "")
        + (Failed > 0 ? $"; {Failed:n0} failed" : "");

    public void Add(PhotoReport report)
    {
        Done++;
        if (report.IsInColor) InColor++;
        else if (report.IsMadeElsewhere) MadeElsewhere++;
        else if (report.Error is not null) Failed++;
    }

    /// <summary>What a batch came to, in one line.</summary>
    /// <param name="alreadyThere">Results that were there before.</param>
    /// <param name="unread">Files that look like pictures of formats that are not read.</param>
    public string Summary(int alreadyThere, int unread) =>
        $"coloured {Colored:n0} of {total + alreadyThere:n0} photos in {clock.Elapsed.TotalSeconds:f1} s, {PerSecond:f1} a second"
        + (alreadyThere > 0 ? $"; {alreadyThere:n0} were there already" : "")
        + (MadeElsewhere > 0 ? $"; {MadeElsewhere:n0} made by another run meanwhile" : "")
        + LeftOut
        + (unread > 0
            ? $"; {unread:n0} more file{(unread == 1 ? " looks like a picture of a format that is" : "s look like pictures of formats that are")} not read"
            : "")
        + (Done < total ? $"; stopped with {total - Done:n0} to go: the same command goes on" : "");

    /// <summary>The same of photos that arrived one by one.</summary>
    public string SummaryOfArrivals() => $"coloured {Colored:n0} photo{(Colored == 1 ? "" : "s")}" + LeftOut;

    /// <summary>Photos done, their rate and the time that is left at that rate.</summary>
    public override string ToString()
    {
        if (Done == 0) return $"0 of {total:n0}";
        var left = TimeSpan.FromSeconds((total - Done) / PerSecond);
        return $"{Done:n0} of {total:n0}, {PerSecond:f1} a second, {(int)left.TotalHours}:{left:mm\\:ss} left";
    }

    private double PerSecond => Done / clock.Elapsed.TotalSeconds;
}
