using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>Turns luma into the lightness of grey: R' = G' = B' = luma on a screen of sRGB's curve.</summary>
internal sealed class LumaLightness
{
    private readonly float[] lightnessOf; // of a code

    public LumaLightness(VideoSignal signal) => lightnessOf =
        [.. Enumerable.Range(0, signal.Most + 1)
            .Select(code => CieLab.LightnessOf(CieLab.Linearize(signal.Luma(code))))];

    /// <summary>The lightness at another size.</summary>
    /// <param name="luma">Height×width codes.</param>
    /// <param name="size">Columns and rows of <paramref name="luma"/>.</param>
    /// <param name="newSize">Columns and rows of the result.</param>
    public LightnessPlane Resize(byte[] luma, (int Width, int Height) size, (int Width, int Height) newSize)
    {
        var (smallWidth, smallHeight) = (Math.Min(size.Width, newSize.Width), Math.Min(size.Height, newSize.Height));
        var mean = new AreaAverage(size.Height, smallWidth, smallHeight);
        var (row, small) = (new float[size.Width], new float[smallWidth]);
        for (var y = 0; y < size.Height; y++)
        {
            ReadRow(luma, y, row);
            AreaAverage.Shrink(row, small);
            mean.Add(small);
        }

        return new LightnessPlane(smallWidth, smallHeight, mean.Values).ResizeTo(newSize.Width, newSize.Height);
    }

    private void ReadRow(byte[] luma, int y, float[] row)
    {
        if (lightnessOf.Length == 256)
        {
            var codes = luma.AsSpan(y * row.Length, row.Length);
            for (var x = 0; x < row.Length; x++) row[x] = lightnessOf[codes[x]];
        }
        else
        {
            var codes = MemoryMarshal.Cast<byte, ushort>(luma).Slice(y * row.Length, row.Length);
            for (var x = 0; x < row.Length; x++) row[x] = lightnessOf[Math.Min(codes[x], lightnessOf.Length - 1)];
        }
    }
}
