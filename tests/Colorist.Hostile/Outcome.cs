namespace Colorist.Hostile;

/// <summary>What became of a case.</summary>
/// <param name="Kind">What was fed.</param>
/// <param name="Seed">Of the case.</param>
/// <param name="End">Read, refused in one line, or failed.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Bytes">What the process grew by, at most.</param>
/// <param name="Words">What was said.</param>
internal sealed record Outcome(string Kind, int Seed, End End, double Seconds, long Bytes, string Words)
{
    public override string ToString() =>
        FormattableString.Invariant($"{Kind}:{Seed}: {Words} ({Seconds:f1} s, {Bytes >> 20} MB)");
}

/// <summary>How a case ended.</summary>
internal enum End
{
    Read,
    Refused,
    Failed,
}
