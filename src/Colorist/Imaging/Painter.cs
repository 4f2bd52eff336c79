using System.Runtime.InteropServices;

namespace Colorist.Imaging;

/// <summary>Gives strips of a picture their colour: the luminance and the alpha of each pixel are kept, the colour comes from the chroma.</summary>
/// <param name="strips">The stored picture.</param>
/// <param name="chroma">Its new colour.</param>
/// <param name="bits">8 or 16, of the values painted.</param>
/// <param name="alpha">Whether the stored alpha, if there is one, is kept.</param>
internal sealed class Painter(Strips strips, GuidedChroma chroma, int bits, bool alpha = true)
{
    public int Width => strips.Width;

    public int Height => strips.Height;

    public int Bits => bits;

    /// <summary>3 for RGB, 4 for RGB and alpha.</summary>
    public int Bands { get; } = alpha && strips.HasAlpha ? 4 : 3;

    public int BytesPerRow => Width * Bands * bits / 8;

    /// <summary>The painted strips from top to bottom.</summary>
    /// <returns>rows×width×bands sRGB values, 16-bit ones in the machine's own byte order.</returns>
    public IEnumerable<byte[]> Paint()
    {
        foreach (var (top, rows, pixels) in strips.Read())
        {
            var painted = new byte[rows * BytesPerRow];
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
        PixelRow.Luminance(stored, strips.Bands, strips.Bits, row.Lightness);
        for (var x = 0; x < Width; x++) row.Lightness[x] = CieLab.LightnessOf(row.Lightness[x]);
        chroma.Row(y, Width, Height, row.Lightness, row.A, row.B);
        var deep = MemoryMarshal.Cast<byte, ushort>(painted);
        for (int x = 0, i = 0; x < Width; x++, i += Bands)
        {
            var (red, green, blue) = Gamut.ToLinear(row.Lightness[x], row.A[x], row.B[x]);
            if (bits == 8) (painted[i], painted[i + 1], painted[i + 2]) = ((byte)Step(red), (byte)Step(green), (byte)Step(blue));
            else (deep[i], deep[i + 1], deep[i + 2]) = ((ushort)Step(red), (ushort)Step(green), (ushort)Step(blue));
        }

        if (Bands == 4) KeepAlpha(stored, painted);
    }

    private int Step(float linear)
    {
        var most = (1 << bits) - 1;
        return (int)(Math.Clamp(CieLab.Encode(Math.Clamp(linear, 0, 1)), 0, 1) * most + 0.5f);
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
        public float[] Lightness { get; } = new float[width];

        public float[] A { get; } = new float[width];

        public float[] B { get; } = new float[width];
    }
}
