namespace Colorist.Training;

/// <summary>One square cut out of a scaled picture, perhaps mirrored, as the network learns it.</summary>
/// <param name="Side">Pixels, a multiple of 8.</param>
/// <param name="Columns">Width that the whole picture is scaled to, at least <paramref name="Side"/>.</param>
/// <param name="Rows">Height that the whole picture is scaled to, at least <paramref name="Side"/>.</param>
/// <param name="Left">First column in the scaled picture.</param>
/// <param name="Top">First row in the scaled picture.</param>
/// <param name="Mirrored">Left and right exchanged.</param>
internal readonly record struct Crop(int Side, int Columns, int Rows, int Left, int Top, bool Mirrored)
{
    /// <summary>
    /// A random crop, mirrored with probability 1/2, of a picture whose shorter side is scaled to a given length.
    /// </summary>
    public static Crop Random(DecodedPicture picture, int side, int shorterSide, Random random)
    {
        var scale = (double)shorterSide / Math.Min(picture.Width, picture.Height);
        var (columns, rows) = ((int)Math.Round(picture.Width * scale), (int)Math.Round(picture.Height * scale));
        return new(
            side, columns, rows, random.Next(columns - side + 1), random.Next(rows - side + 1), random.Next(2) == 1);
    }

    /// <summary>Writes the crop's lightness (S×S, L* 0..100) and chroma (2×S/2×S/2, real a*b*).</summary>
    public void CopyTo(DecodedPicture picture, Span<float> lightness, Span<float> chroma)
    {
        using var drawn = picture.Draw(this);
        var half = Side / 2;
        var width = CieLab.RowLength(Side);
        Span<float> l = stackalloc float[width], a = stackalloc float[width], b = stackalloc float[width];
        chroma.Clear();
        for (var y = 0; y < Side; y++)
        {
            CieLab.FromSrgb(drawn.GetPixelSpan().Slice(4 * y * Side, 4 * Side), bands: 4, l, a, b);
            l[..Side].CopyTo(lightness[(y * Side)..]);
            AddPairs(a, chroma.Slice(y / 2 * half, half));
            AddPairs(b, chroma.Slice((half + y / 2) * half, half));
        }
    }

    /// <summary>Adds a quarter of each value to the place of its square of 2×2.</summary>
    private static void AddPairs(Span<float> values, Span<float> sums)
    {
        for (var x = 0; x < sums.Length; x++) sums[x] += (values[2 * x] + values[2 * x + 1]) / 4;
    }
}
