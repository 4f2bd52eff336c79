using System.Numerics;
using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>
/// Puts frames together: the luma as it was decoded, and chroma planes of half its size that give it the wanted a*b*.
/// </summary>
internal sealed class FramePainter
{
    private readonly VideoSignal signal;
    private readonly FrameLayout layout;
    private readonly ChromaTable table;
    private readonly float[] lumaOf; // 0..1 of the sum of four codes
    private readonly float[] lightnessOf; // L* of the sum of four codes

    public FramePainter(VideoSignal signal, FrameLayout layout)
    {
        (this.signal, this.layout) = (signal, layout);
        table = new ChromaTable(signal);
        lumaOf = [.. Enumerable.Range(0, 4 * signal.Most + 1).Select(sum => signal.Luma(sum / 4f))];
        lightnessOf = Array.ConvertAll(lumaOf, luma => CieLab.LightnessOf(CieLab.Linearize(luma)));
    }

    /// <summary>Paints one frame.</summary>
    /// <param name="luma">Height×width codes.</param>
    /// <param name="chroma">Its colours.</param>
    /// <param name="frame">Receives luma, blue and red chroma, one plane after the other.</param>
    public void Paint(byte[] luma, GuidedChroma chroma, byte[] frame)
    {
        if (layout.BytesPerValue == 1) Paint<byte>(luma, chroma, frame);
        else Paint<ushort>(luma, chroma, frame);
    }

    private void Paint<T>(byte[] luma, GuidedChroma chroma, byte[] frame)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var y = 0; y < layout.FrameHeight; y++)
        {
            var row = Values<T>(luma).Slice(Math.Min(y, layout.Height - 1) * layout.Width, layout.Width);
            for (var left = 0; left < layout.FrameWidth; left += layout.PictureWidth)
            {
                var target = Values<T>(frame).Slice(y * layout.FrameWidth + left, layout.PictureWidth);
                row.CopyTo(target);
                target[layout.Width..].Fill(row[^1]);
            }
        }

        Parallel.For(0, layout.ChromaHeight, () => new ChromaRow(layout.ChromaWidth), (y, _, row) =>
        {
            PaintChroma<T>(luma, chroma, y, row, frame);
            return row;
        }, _ => { });
    }

    private void PaintChroma<T>(byte[] luma, GuidedChroma chroma, int y, ChromaRow row, byte[] frame)
        where T : unmanaged, IBinaryInteger<T>
    {
        AddFour<T>(luma, y, row.Sums);
        for (var x = 0; x < row.Sums.Length; x++) row.Lightness[x] = lightnessOf[row.Sums[x]];
        chroma.Row(y, layout.ChromaWidth, layout.ChromaHeight, row.Lightness, row.A, row.B);
        var plane = layout.FrameChromaWidth * layout.ChromaHeight;
        var blue = Values<T>(frame)
            .Slice(layout.FrameWidth * layout.FrameHeight + y * layout.FrameChromaWidth, layout.FrameChromaWidth);
        var red = Values<T>(frame)
            .Slice(
                layout.FrameWidth * layout.FrameHeight + plane + y * layout.FrameChromaWidth, layout.FrameChromaWidth);
        if (layout.SideBySide)
        {
            blue[..layout.ChromaWidth].Fill(T.CreateTruncating(signal.Grey));
            red[..layout.ChromaWidth].Fill(T.CreateTruncating(signal.Grey));
            blue = blue[layout.ChromaWidth..];
            red = red[layout.ChromaWidth..];
        }

        for (var x = 0; x < row.Sums.Length; x++)
        {
            var codes = table.At(lumaOf[row.Sums[x]], row.A[x], row.B[x]);
            blue[x] = T.CreateTruncating(Math.Min((int)(codes.X + 0.5f), signal.Most));
            red[x] = T.CreateTruncating(Math.Min((int)(codes.Y + 0.5f), signal.Most));
        }
    }

    /// <summary>
    /// Adds up the four pixels that share each value of chroma; at odd edges the last one counts twice.
    /// </summary>
    private void AddFour<T>(byte[] luma, int y, int[] sums)
        where T : unmanaged, IBinaryInteger<T>
    {
        var values = Values<T>(luma);
        var above = values.Slice(Math.Min(2 * y, layout.Height - 1) * layout.Width, layout.Width);
        var below = values.Slice(Math.Min(2 * y + 1, layout.Height - 1) * layout.Width, layout.Width);
        for (var x = 0; x < sums.Length; x++)
        {
            int left = Math.Min(2 * x, layout.Width - 1), right = Math.Min(2 * x + 1, layout.Width - 1);
            var sum = Value(above[left]) + Value(above[right]) + Value(below[left]) + Value(below[right]);
            sums[x] = Math.Min(sum, 4 * signal.Most);
        }
    }

    private static int Value<T>(T code)
        where T : unmanaged, IBinaryInteger<T> => int.CreateTruncating(code);

    private static Span<T> Values<T>(byte[] bytes)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes.AsSpan());

    private sealed class ChromaRow(int width)
    {
        public int[] Sums { get; } = new int[width];

        public float[] Lightness { get; } = new float[width];

        public float[] A { get; } = new float[width];

        public float[] B { get; } = new float[width];
    }
}
