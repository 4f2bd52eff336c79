using System.Globalization;

namespace Colorist;

/// <summary>One of several things that are mixed, as it is typed: NAME, or NAME=WEIGHT.</summary>
/// <param name="Name">Of a mood or a picture.</param>
/// <param name="Weight">Above 0; 1 where none is typed.</param>
public sealed record WeightedName(string Name, float Weight)
{
    /// <summary>Reads it; the name of a file that is there may hold an equals sign.</summary>
    /// <param name="typed">Such as <c>noon=2</c>.</param>
    /// <exception cref="ArgumentException">The weight is no number above 0.</exception>
    public static WeightedName Parse(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var mark = typed.LastIndexOf('=');
        if (mark < 0 || File.Exists(typed)) return new(typed, 1);
        return float.TryParse(typed[(mark + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            && weight > 0 && float.IsFinite(weight)
            ? new(typed[..mark], weight)
            : throw new ArgumentException($"expected a weight above 0 after the =, found {typed}");
    }
}
