using System.Globalization;

namespace Colorist.Cli;

/// <summary>One of several things that are mixed, as it is typed: NAME, or NAME=WEIGHT.</summary>
internal sealed record WeightedName(string Name, float Weight)
{
    /// <exception cref="ArgumentException">The weight is no number above 0.</exception>
    public static WeightedName Parse(string typed)
    {
        var mark = typed.LastIndexOf('=');
        if (mark < 0 || File.Exists(typed)) return new(typed, 1);
        return float.TryParse(typed[(mark + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && weight > 0 && float.IsFinite(weight)
            ? new(typed[..mark], weight)
            : throw new ArgumentException($"expected a weight above 0 after the =, found {typed}");
    }
}
