using NetVips;

namespace Colorist.Tests;

/// <summary>
/// What the golden pictures are made from: small copies of the samples, and pictures of whole-number formulas, the same
/// on every machine.
/// </summary>
internal static class MadeUpPhotos
{
    /// <summary>A sample, each pixel the mean of so many squared.</summary>
    public static Photo Sample(string name, int divisor)
    {
        using var photo = Photo.Load(Repository.Path("samples", name));
        var (width, height) = (photo.Width / divisor, photo.Height / divisor);
        return Photo.FromRgb(width, height, Shrink(photo.ToRgb(), photo.Width, width, height, divisor));
    }

    /// <summary>Means of squares of pixels; what is left over at the right and below is cut off.</summary>
    /// <param name="rgb">8-bit sRGB.</param>
    /// <param name="stored">Columns of <paramref name="rgb"/>.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="height">Rows of the result.</param>
    /// <param name="divisor">Side of a square.</param>
    public static byte[] Shrink(byte[] rgb, int stored, int width, int height, int divisor)
    {
        var small = new byte[3 * width * height];
        for (var i = 0; i < small.Length; i++)
        {
            var (x, y, sum) = (i / 3 % width, i / 3 / width, 0);
            for (var j = 0; j < divisor * divisor; j++)
                sum += rgb[3 * ((y * divisor + j / divisor) * stored + x * divisor + j % divisor) + i % 3];
            small[i] = (byte)((sum + divisor * divisor / 2) / (divisor * divisor));
        }

        return small;
    }

    /// <summary>A sky over hills and a rough ground, 16-bit grey.</summary>
    public static Photo Landscape(int width, int height) =>
        Stored(width, height, 1, Enums.Interpretation.Grey16, (x, y) => [Ground(x, y, height)]);

    /// <summary>A head and shoulders before a wall, 8-bit grey.</summary>
    public static Photo Portrait(int width, int height) => Stored(width, height, 1, Enums.Interpretation.Bw, (x, y) =>
    {
        var (across, down) = (200 * x / width - 100, 200 * y / height - 100);
        var head = across * across * 4 + (down + 30) * (down + 30) * 2;
        var eyes = (Math.Abs(across) - 14) * (Math.Abs(across) - 14) + (down + 38) * (down + 38) * 2;
        return [eyes < 40
            ? 40
            : head < 4500
                ? 205 - head / 90
                : down > 20 + across * across / 150 ? 70 + Math.Abs(across) / 4 : 120 + down / 3];
    });

    /// <summary>The landscape with 16-bit transparency that grows from left to right.</summary>
    public static Photo Transparent(int width, int height) =>
        Stored(
            width, height, 2, Enums.Interpretation.Grey16, (x, y) => [Ground(x, y, height), x * 65535 / (width - 1)]);

    private static int Ground(int x, int y, int height)
    {
        var horizon = height * 2 / 5 + Math.Abs(x % 60 - 30) * height / 300;
        return y < horizon
            ? 58000 - 30000 * (horizon - y) / height
            : 18000 + 14000 * (y - horizon) / height + (x * x * 7 + y * y * 13 + x * y * 3) % 9001;
    }

    private static Photo Stored(
        int width, int height, int bands, Enums.Interpretation interpretation, Func<int, int, int[]> pixel)
    {
        var values = new ushort[width * height * bands];
        for (var i = 0; i < width * height; i++)
        {
            var at = pixel(i % width, i / width);
            for (var band = 0; band < bands; band++) values[i * bands + band] = (ushort)at[band];
        }

        using var wide = Image.NewFromMemory(values, width, height, bands, Enums.BandFormat.Ushort);
        using var cast =
            wide.Cast(interpretation == Enums.Interpretation.Grey16 ? Enums.BandFormat.Ushort : Enums.BandFormat.Uchar);
        using var image = cast.Copy(interpretation: interpretation);
        return Photo.Load(image.WriteToBuffer(".png"), "made up");
    }
}
