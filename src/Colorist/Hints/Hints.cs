using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Colorist;

/// <summary>Colours that a user put on places of a photo: strokes of a brush, or single points.</summary>
/// <remarks>Of each colour only a* and b* count: the lightness stays the photo's.</remarks>
public sealed class Hints
{
    private readonly HintPoint[] points; // row after row, one a place
    private readonly int[] rows; // where each row's points begin, and at last where they end

    private Hints(int width, int height, IEnumerable<HintPoint> points)
    {
        (Width, Height) = (width, height);
        this.points = [.. points.Reverse().DistinctBy(point => (point.X, point.Y)).OrderBy(point => point.Y)];
        rows = new int[height + 1];
        foreach (var point in this.points) rows[point.Y + 1]++;
        for (var y = 0; y < height; y++) rows[y + 1] += rows[y];
    }

    /// <summary>Columns of the photo.</summary>
    public int Width { get; }

    /// <summary>Rows of the photo.</summary>
    public int Height { get; }

    /// <summary>Number of pixels with a hint.</summary>
    public int Count => points.Length;

    internal ReadOnlySpan<HintPoint> Points => points;

    /// <summary>Takes hints at single pixels.</summary>
    /// <param name="width">Columns of the photo.</param>
    /// <param name="height">Rows of the photo.</param>
    /// <param name="points">
    /// Where, from the upper left pixel (0, 0) on, and which sRGB colour; of two at one place the later counts.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A place lies outside the photo.</exception>
    public static Hints FromPoints(
        int width, int height, IEnumerable<(int X, int Y, byte Red, byte Green, byte Blue)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return new Hints(width, height, points.Select(point =>
        {
            if (point.X < 0 || point.X >= width || point.Y < 0 || point.Y >= height)
                throw new ArgumentOutOfRangeException(
                    nameof(points),
                    $"expected a hint within the photo's {width}×{height} pixels, found one at {point.X},{point.Y}");
            var (_, a, b) = CieLab.FromSrgb(point.Red, point.Green, point.Blue);
            return new HintPoint(point.X, point.Y, new Vector2(a, b));
        }));
    }

    /// <summary>
    /// Reads strokes from a picture as large as the photo: what is painted on its transparent ground.
    /// </summary>
    /// <param name="path">
    /// A picture with transparency, such as PNG; pixels that are more than half opaque are hints.
    /// </param>
    /// <param name="width">Columns of the photo.</param>
    /// <param name="height">Rows of the photo.</param>
    /// <exception cref="PhotoException">
    /// There is no such picture, it has another size, or it has no transparent ground.
    /// </exception>
    public static Hints Load(string path, int width, int height) =>
        new(width, height, HintReader.Read(PhotoSource.FromFile(path), width, height));

    /// <summary>Reads strokes from an encoded picture in memory: what is painted on its transparent ground.</summary>
    /// <param name="encoded">
    /// The bytes of a picture with transparency, such as PNG; pixels that are more than half opaque are hints.
    /// </param>
    /// <param name="name">What error messages call it.</param>
    /// <param name="width">Columns of the photo.</param>
    /// <param name="height">Rows of the photo.</param>
    /// <exception cref="PhotoException">It is no picture, has another size, or no transparent ground.</exception>
    public static Hints Load(ReadOnlyMemory<byte> encoded, string name, int width, int height) =>
        new(width, height, HintReader.Read(PhotoSource.FromMemory(encoded, name), width, height));

    /// <summary>These hints and others; where both have one the others count.</summary>
    /// <param name="others">Of the same photo.</param>
    /// <exception cref="ArgumentException">They are for a photo of another size.</exception>
    public Hints With(Hints others)
    {
        ArgumentNullException.ThrowIfNull(others);
        others.CheckSize(Width, Height);
        return new Hints(Width, Height, points.Concat(others.points));
    }

    /// <summary>What tells them from all others.</summary>
    internal string Sha256 =>
        Convert.ToHexStringLower(
            SHA256.HashData(MemoryMarshal.AsBytes<HintPoint>([.. points, new HintPoint(Width, Height, default)])));

    /// <summary>The same hints for a picture whose pixels lie elsewhere.</summary>
    internal Hints Moved(int width, int height, Func<int, int, (int X, int Y)> to) =>
        new(width, height, points.Select(point =>
    {
        var (x, y) = to(point.X, point.Y);
        return point with { X = x, Y = y };
    }));

    internal ReadOnlySpan<HintPoint> Row(int y) => points.AsSpan(rows[y]..rows[y + 1]);

    /// <summary>
    /// The mean colour of the hints in each point of a smaller picture of the same that has any, by its place row after
    /// row.
    /// </summary>
    internal Dictionary<int, Vector2> Cells(int width, int height)
    {
        var sums = new Dictionary<int, (Vector2 Sum, int Count)>();
        foreach (var point in points)
        {
            var place = (int)((long)point.Y * height / Height) * width + (int)((long)point.X * width / Width);
            var (sum, count) = sums.GetValueOrDefault(place);
            sums[place] = (sum + point.Chroma, count + 1);
        }

        return sums.ToDictionary(pair => pair.Key, pair => pair.Value.Sum / pair.Value.Count);
    }

    internal void CheckSize(int width, int height)
    {
        if ((width, height) != (Width, Height))
            throw new ArgumentException(
                $"expected hints for a picture of {width}×{height} pixels, found {Width}×{Height}");
    }
}
