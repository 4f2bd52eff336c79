using System.Globalization;

namespace Colorist.Cli;

/// <summary>A colour for one pixel, as it is typed: <c>x,y,#rrggbb</c>.</summary>
internal sealed record PointHint(int X, int Y, byte Red, byte Green, byte Blue)
{
    /// <returns>Null if it is something else.</returns>
    public static PointHint? Parse(string typed)
    {
        var parts = typed.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var x)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            && parts[2] is ['#', _, _, _, _, _, _]
            && int.TryParse(parts[2].AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
                ? new PointHint(x, y, (byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
                : null;
    }
}
