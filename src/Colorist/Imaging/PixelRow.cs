using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>Turns a row of stored pixels into luminance.</summary>
internal static class PixelRow
{
    private static readonly Lazy<float[]> LinearOf16 =
        new(() => [.. Enumerable.Range(0, 65536).Select(value => CieLab.Linearize(value / 65535f))]);

    /// <param name="pixels">One row: 1 to 4 bands of 8 or 16 bit.</param>
    /// <param name="bands">1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha.</param>
    /// <param name="bits">8 or 16.</param>
    /// <param name="luminance">Y, 0..1, one per pixel.</param>
    public static void Luminance(ReadOnlySpan<byte> pixels, int bands, int bits, Span<float> luminance)
    {
        if (bits == 8) Luminance(pixels, bands, CieLab.LinearOfByte, luminance);
        else Luminance(MemoryMarshal.Cast<byte, ushort>(pixels), bands, LinearOf16.Value, luminance);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Luminance(ReadOnlySpan<byte> values, int bands, float[] linear, Span<float> luminance)
    {
        if (bands < 3)
            for (var x = 0; x < luminance.Length; x++) luminance[x] = linear[values[x * bands]];
        else
            for (int x = 0, i = 0; x < luminance.Length; x++, i += bands)
                luminance[x] = CieLab.Luminance(linear[values[i]], linear[values[i + 1]], linear[values[i + 2]]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Luminance(ReadOnlySpan<ushort> values, int bands, float[] linear, Span<float> luminance)
    {
        if (bands < 3)
            for (var x = 0; x < luminance.Length; x++) luminance[x] = linear[values[x * bands]];
        else
            for (int x = 0, i = 0; x < luminance.Length; x++, i += bands)
                luminance[x] = CieLab.Luminance(linear[values[i]], linear[values[i + 1]], linear[values[i + 2]]);
    }
}
