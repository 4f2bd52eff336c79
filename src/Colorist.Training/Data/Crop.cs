namespace Colorist.Training;

/// <summary>One square cut out of a scaled picture, perhaps turned and mirrored, as the network learns it.</summary>
/// <param name="Side">Pixels, an even number.</param>
/// <param name="Columns">Width that the whole picture is scaled to, at least <paramref name="Side"/>.</param>
/// <param name="Rows">Height that the whole picture is scaled to, at least <paramref name="Side"/>.</param>
/// <param name="Left">First column in the scaled picture.</param>
/// <param name="Top">First row in the scaled picture.</param>
/// <param name="Mirrored">Left and right exchanged.</param>
/// <param name="Turn">Degrees, about the middle of the square.</param>
internal readonly record struct Crop(
    int Side, int Columns, int Rows, int Left, int Top, bool Mirrored, float Turn = 0)
{
    /// <summary>The whole picture, squashed to a square.</summary>
    public static Crop Whole(int side) => new(side, side, side, 0, 0, Mirrored: false);

    /// <summary>
    /// A random crop, mirrored with probability 1/2, of a picture whose shorter side is scaled to a given length.
    /// </summary>
    /// <param name="picture">Where it is taken from.</param>
    /// <param name="side">Pixels.</param>
    /// <param name="shorterSide">Of the scaled picture, at least the crop's side.</param>
    /// <param name="shape">How the picture's shape changes before; null for not at all.</param>
    /// <param name="random">Decides; the same state gives the same crop.</param>
    public static Crop Random(
        DecodedPicture picture, int side, int shorterSide, ShapeRecipe? shape, Random random)
    {
        var scale = (double)shorterSide / Math.Min(picture.Width, picture.Height);
        var (wider, turn) = shape is null ? (1, 0) : Draw(shape, random);
        var columns = Math.Max(side, (int)Math.Round(picture.Width * scale * wider));
        var rows = Math.Max(side, (int)Math.Round(picture.Height * scale / wider));
        return new(side, columns, rows, random.Next(columns - side + 1), random.Next(rows - side + 1),
            random.Next(2) == 1, turn);
    }

    /// <summary>The picture's palette, counted where one value of the crop's chroma stands for 2×2 pixels.</summary>
    public Palette Count(DecodedPicture picture)
    {
        var places = Side * Side / 4;
        var (lightness, chroma) = (new float[Side * Side], new float[2 * places]);
        CopyTo(picture, lightness, chroma);
        return Palette.Count(new ChromaPlanes(Side / 2, Side / 2, chroma[..places], chroma[places..]));
    }

    /// <summary>
    /// Writes the crop's lightness (S×S, L* 0..100) and chroma (2×S/2×S/2, real a*b*; empty where nobody asks).
    /// </summary>
    public void CopyTo(DecodedPicture picture, Span<float> lightness, Span<float> chroma = default)
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
            if (chroma.IsEmpty) continue;
            AddPairs(a, chroma.Slice(y / 2 * half, half));
            AddPairs(b, chroma.Slice((half + y / 2) * half, half));
        }
    }

    private static (double Wider, float Turn) Draw(ShapeRecipe shape, Random random)
    {
        var wider = Math.Pow(1 + shape.Aspect, random.NextDouble() - 0.5);
        var turned = random.NextDouble() < shape.TurnShare;
        return (wider, turned ? (float)(shape.Turn * (2 * random.NextDouble() - 1)) : 0);
    }

    /// <summary>Adds a quarter of each value to the place of its square of 2×2.</summary>
    private static void AddPairs(Span<float> values, Span<float> sums)
    {
        for (var x = 0; x < sums.Length; x++) sums[x] += (values[2 * x] + values[2 * x + 1]) / 4;
    }
}
