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
        for (int x = 0, i = 0; x < strips.Width; x++, i += strips.Bands)
        {
            var (alpha, most) = strips.Bits == 8
                ? (row[i + strips.Bands - 1], 255f)
                : (values[i + strips.Bands - 1], 65535f);
            if (alpha <= most / 2) continue;
            if (strips.Bands == 2) points.Add(new HintPoint(x, y, Vector2.Zero));
            else
            {
                var (red, green, blue) = strips.Bits == 8
                    ? (row[i], row[i + 1], row[i + 2])
                    : (values[i], values[i + 1], values[i + 2]);
                var (_, a, b) = CieLab.FromLinear(
                    CieLab.Linearize(red / most), CieLab.Linearize(green / most), CieLab.Linearize(blue / most));
                points.Add(new HintPoint(x, y, new Vector2(a, b)));
            }
        }
    }
}
