using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>
/// Gives strips of a picture their colour: the luminance and the alpha of each pixel are kept, the colour comes from
/// the chroma.
/// </summary>
/// <param name="strips">The stored picture.</param>
/// <param name="chroma">Its new colour.</param>
/// <param name="bits">8 or 16, of the values painted.</param>
/// <param name="alpha">Whether the stored alpha, if there is one, is kept.</param>
internal sealed class Painter(Strips strips, GuidedChroma chroma, int bits, bool alpha = true)
{
    public int Width { get; } = strips.Width;

    public int Height { get; } = strips.Height;

    public int Bits => bits;

    /// <summary>3 for RGB, 4 for RGB and alpha.</summary>
    public int Bands { get; } = alpha && strips.HasAlpha ? 4 : 3;

    public int BytesPerRow { get; } = strips.Width * (alpha && strips.HasAlpha ? 4 : 3) * bits / 8;

    /// <summary>The painted strips from top to bottom.</summary>
    /// <param name="stop">Ends it before the next strip.</param>
    /// <returns>rows×width×bands sRGB values, 16-bit ones in the machine's own byte order.</returns>
    public IEnumerable<byte[]> Paint(CancellationToken stop = default)
    {
        foreach (var (top, rows, pixels) in strips.Read(stop))
        {
            var painted = GC.AllocateUninitializedArray<byte>(rows * BytesPerRow);
            Parallel.For(0, rows, () => new Buffers(Width), (row, _, buffers) =>
            {
                var stored = pixels.AsSpan(row * strips.BytesPerRow, strips.BytesPerRow);
                PaintRow(top + row, stored, buffers, painted.AsSpan(row * BytesPerRow, BytesPerRow));
                return buffers;
            }, _ => { });
            yield return painted;
        }
    }

    private void PaintRow(int y, ReadOnlySpan<byte> stored, Buffers row, Span<byte> painted)
    {
        PixelRow.Luminance(stored, strips.Bands, strips.Bits, row.Lightness.AsSpan(0, Width));
        LabRow.ToLightness(row.Lightness);
        chroma.Row(y, Width, Height, row.Lightness, row.A, row.B);
        if (bits == 8) LabRow.ToSrgbBytes(row.Lightness, row.A, row.B, painted, Bands);
        else Store(row, MemoryMarshal.Cast<byte, ushort>(painted));
        if (Bands == 4) KeepAlpha(stored, painted);
    }

    private void Store(Buffers row, Span<ushort> painted)
    {
        LabRow.ToSrgb(row.Lightness, row.A, row.B);
        for (int x = 0, i = 0; x < Width; x++, i += Bands)
        {
            painted[i] = (ushort)(row.Lightness[x] * 65535 + 0.5f);
            painted[i + 1] = (ushort)(row.A[x] * 65535 + 0.5f);
            painted[i + 2] = (ushort)(row.B[x] * 65535 + 0.5f);
        }
    }

    private void KeepAlpha(ReadOnlySpan<byte> stored, Span<byte> painted)
    {
        var storedDeep = MemoryMarshal.Cast<byte, ushort>(stored);
        var deep = MemoryMarshal.Cast<byte, ushort>(painted);
        for (int from = strips.Bands - 1, to = 3; to < Width * 4; from += strips.Bands, to += 4)
        {
            if (bits == 16) deep[to] = storedDeep[from];
            else painted[to] = strips.Bits == 8 ? stored[from] : (byte)((storedDeep[from] + 128) / 257);
        }
    }

    private sealed class Buffers(int width)
    {
        public float[] Lightness { get; } = new float[LabRow.Padded(width)];

        public float[] A { get; } = new float[LabRow.Padded(width)];

        public float[] B { get; } = new float[LabRow.Padded(width)];
    }
}
