namespace Colorist;

/// <summary>A part of a picture: where something acts, and how much.</summary>
public sealed class Mask
{
    private const int LongestSide = 1024; // of what is kept: edges are never harder than a thousandth of the picture

    private readonly LightnessPlane shares; // 0..100

    private Mask(int width, int height, LightnessPlane shares) =>
        (Width, Height, this.shares) = (width, height, shares);

    /// <summary>Columns of the picture.</summary>
    public int Width { get; }

    /// <summary>Rows of the picture.</summary>
    public int Height { get; }

    /// <summary>Reads a mask from a file.</summary>
    /// <param name="path">A picture as <see cref="FromPhoto"/> takes it.</param>
    /// <exception cref="PhotoException">It cannot be read.</exception>
    public static Mask FromFile(string path)
    {
        using var picture = Photo.Load(path);
        return FromPhoto(picture);
    }

    /// <summary>Reads a mask.</summary>
    /// <param name="picture">
    /// As large as the picture it is for. White acts, black does not, grey by its lightness: soft edges stay soft.
    /// </param>
    /// <exception cref="PhotoException">It cannot be read.</exception>
    public static Mask FromPhoto(Photo picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var scale = Math.Min(1, (double)LongestSide / Math.Max(picture.Width, picture.Height));
        int width = Math.Max(1, (int)(picture.Width * scale)), height = Math.Max(1, (int)(picture.Height * scale));
        return new Mask(picture.Width, picture.Height, picture.Lightness(width, height));
    }

    /// <summary>A mask of shares.</summary>
    /// <param name="width">Columns, for a picture of any size in these proportions.</param>
    /// <param name="height">Rows.</param>
    /// <param name="shares">0..1, height×width.</param>
    internal static Mask FromShares(int width, int height, float[] shares) => new(
        width, height, new LightnessPlane(width, height, Array.ConvertAll(shares, share => 100 * share)));

    /// <summary>How much each pixel of a row is of the part, at any size.</summary>
    /// <param name="y">The row, 0..<paramref name="fullHeight"/>−1.</param>
    /// <param name="fullHeight">Rows of the picture.</param>
    /// <param name="row">Receives 0..1, as many as the picture has columns.</param>
    internal void Row(int y, int fullHeight, Span<float> row)
    {
        var (above, shareY) = Place(y, fullHeight, shares.Height);
        var first = shares.Values.AsSpan(above * shares.Width, shares.Width);
        var second = shares.Values.AsSpan(Math.Min(above + 1, shares.Height - 1) * shares.Width, shares.Width);
        for (var x = 0; x < row.Length; x++)
        {
            var (left, shareX) = Place(x, row.Length, shares.Width);
            var right = Math.Min(left + 1, shares.Width - 1);
            row[x] = float.Lerp(float.Lerp(first[left], first[right], shareX),
                float.Lerp(second[left], second[right], shareX), shareY) / 100;
        }
    }

    /// <summary>How much each place is of the part, 0..1, at any size; row after row.</summary>
    internal float[] Shares(int width, int height) =>
        Array.ConvertAll(shares.ResizeTo(width, height).Values, share => share / 100);

    internal void CheckSize(int width, int height)
    {
        if ((width, height) != (Width, Height))
            throw new ArgumentException(
                $"expected a mask for a picture of {width}×{height} pixels, found {Width}×{Height}");
    }

    private static (int Before, float Share) Place(int pixel, int pixels, int points)
    {
        var place = Math.Clamp((pixel + 0.5f) * points / pixels - 0.5f, 0, points - 1);
        return ((int)place, place - (int)place);
    }
}
