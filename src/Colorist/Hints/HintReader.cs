using System.Numerics;
using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>Reads strokes on a transparent ground.</summary>
internal static class HintReader
{
    public static List<HintPoint> Read(PhotoSource source, int width, int height)
    {
        if ((source.Width, source.Height) != (width, height))
            throw new PhotoException(source.Name,
                $"strokes as large as the picture they colour, {width}×{height} pixels",
                $"{source.Width}×{source.Height}");
        using var strips = new Strips(source.Open());
        if (!strips.HasAlpha)
            throw new PhotoException(source.Name, "strokes on a transparent ground", "a picture without transparency");
        return source.Guard(() =>
        {
            var points = new List<HintPoint>();
            foreach (var (top, rows, pixels) in strips.Read())
                for (var y = 0; y < rows; y++)
                    AddRow(points, top + y, pixels.AsSpan(y * strips.BytesPerRow, strips.BytesPerRow), strips);
            return points;
        });
    }

    private static void AddRow(List<HintPoint> points, int y, ReadOnlySpan<byte> row, Strips strips)
    {
        var values = strips.Bits == 8 ? default : MemoryMarshal.Cast<byte, ushort>(row);
        for (var x = Next(row, strips, 0); x < strips.Width; x = Next(row, strips, x + 1))
        {
            var i = x * strips.Bands;
            if (strips.Bands == 2) points.Add(new HintPoint(x, y, Vector2.Zero));
            else
            {
                var (_, a, b) = strips.Bits == 8
                    ? CieLab.FromSrgb(row[i], row[i + 1], row[i + 2])
                    : CieLab.FromLinear(Linear(values[i]), Linear(values[i + 1]), Linear(values[i + 2]));
                points.Add(new HintPoint(x, y, new Vector2(a, b)));
            }
        }
    }

    /// <summary>The next pixel that is more opaque than transparent: most of a picture of strokes is not.</summary>
    private static int Next(ReadOnlySpan<byte> row, Strips strips, int from)
    {
        if (strips is { Bits: 8, Bands: 4 } && BitConverter.IsLittleEndian) // alpha is the highest byte of a pixel
        {
            var found = MemoryMarshal.Cast<byte, uint>(row)[from..].IndexOfAnyInRange(1u << 31, uint.MaxValue);
            return found < 0 ? strips.Width : from + found;
        }

        while (from < strips.Width && !IsOpaque(row, strips, from)) from++;
        return from;
    }

    private static bool IsOpaque(ReadOnlySpan<byte> row, Strips strips, int x)
    {
        var alpha = (x + 1) * strips.Bands - 1;
        return strips.Bits == 8
            ? row[alpha] > byte.MaxValue / 2
            : MemoryMarshal.Cast<byte, ushort>(row)[alpha] > ushort.MaxValue / 2;
    }

    private static float Linear(ushort value) => CieLab.Linearize(value / 65535f);
}
