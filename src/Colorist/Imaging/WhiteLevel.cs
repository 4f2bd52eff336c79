using System.Runtime.InteropServices;
using NetVips;

namespace Colorist;

/// <summary>
/// Finds the white of pictures of floating-point numbers or long integers, whose files do not say where it is. No
/// single pixel decides: files of 0..1 have values above 1 where something shines or was sharpened, and sometimes
/// numbers that are none.
/// </summary>
internal static class WhiteLevel
{
    private const double NearlyAll = 0.99; // of the values
    // times white, which light reaches where things shine; more than that is another white
    private const double Overshoot = 16;

    /// <param name="image">The picture; read once, from top to bottom.</param>
    /// <param name="bands">How many of its bands are colour.</param>
    /// <returns>The value that is white.</returns>
    public static double Find(Image image, int bands)
    {
        if (image.Format == Enums.BandFormat.Short) return short.MaxValue;
        if (image.Format == Enums.BandFormat.Char) return sbyte.MaxValue;
        var isFloat = image.Format is Enums.BandFormat.Float or Enums.BandFormat.Double;
        double[] limits = [isFloat
            ? Overshoot
            : 0, byte.MaxValue, .. Enumerable.Range(16, 17).Select(bits => Math.Pow(2, bits) - 1)];
        var below = Below(image, bands, limits);
        var holds = Array.FindIndex(below, share => share >= NearlyAll);
        return holds switch
        {
            0 => 1,
            > 2 when !isFloat => image.Format == Enums.BandFormat.Int ? int.MaxValue : uint.MaxValue,
            < 0 => limits[^1],
            _ => limits[holds],
        };
    }

    /// <returns>For each limit the share of finite values that are no larger.</returns>
    private static double[] Below(Image image, int bands, double[] limits)
    {
        using var floats = image.Cast(Enums.BandFormat.Float);
        using var region = Region.New(floats);
        var (counts, finite, stride) = (new long[limits.Length], 0L, floats.Bands);
        for (var top = 0; top < image.Height; top += Strips.Rows)
        {
            var values = MemoryMarshal.Cast<byte, float>(
                region.Fetch(0, top, image.Width, Math.Min(Strips.Rows, image.Height - top)));
            for (var i = 0; i < values.Length; i++)
            {
                if (i % stride >= bands || !float.IsFinite(values[i])) continue;
                finite++;
                for (var k = limits.Length - 1; k >= 0 && values[i] <= limits[k]; k--) counts[k]++;
            }
        }

        return [.. counts.Select(count => finite == 0 ? 1 : (double)count / finite)];
    }
}
