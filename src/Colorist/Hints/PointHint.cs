using System.Globalization;

namespace Colorist;

/// <summary>A colour for one pixel, as it is typed: <c>x,y,#rrggbb</c>.</summary>
/// <param name="X">Column, from 0 at the left.</param>
/// <param name="Y">Row, from 0 at the top.</param>
/// <param name="Red">sRGB, 0..255.</param>
/// <param name="Green">sRGB, 0..255.</param>
/// <param name="Blue">sRGB, 0..255.</param>
public sealed record PointHint(int X, int Y, byte Red, byte Green, byte Blue)
{
    /// <summary>Reads it.</summary>
    /// <param name="typed">Such as <c>120,300,#7a1f2b</c>.</param>
    /// <returns>Null if it is something else.</returns>
    public static PointHint? Parse(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var parts = typed.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var x)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            && parts[2] is ['#', _, _, _, _, _, _]
            && int.TryParse(
                parts[2].AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
                ? new PointHint(x, y, (byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
                : null;
    }
}
