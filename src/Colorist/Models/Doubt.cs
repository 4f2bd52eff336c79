namespace Colorist;

/// <summary>
/// How unsure the colours of a photo are, place by place: how far from the true ones they are expected to be.
/// </summary>
/// <remarks>
/// From <see cref="Colorizer.Doubt(Photo, CancellationToken)"/>. Holds a map of some thousand places, not the photo.
/// </remarks>
public sealed class Doubt
{
    private const float MinApart = 1 / 4f; // of the photo's longer side: a hint reaches its neighbours by itself
    private const float Around = 1 / 40f; // of the map's longer side: what counts as one place

    private const float Sure = 5; // a*b*: colours lose nothing,
    private const float Guess = 30; // and all that caution takes

    private readonly float[] values;
    private readonly (int Width, int Height) photo;

    /// <param name="width">Columns of the map.</param>
    /// <param name="height">Rows of the map.</param>
    /// <param name="values">Height×width; not copied.</param>
    /// <param name="photo">Columns and rows of the photo.</param>
    internal Doubt(int width, int height, float[] values, (int Width, int Height) photo)
    {
        (Width, Height, this.photo) = (width, height, photo);
        this.values = Planes.Checked(width, height, values, nameof(values));
        Mean = values.Average();
    }

    /// <summary>Columns of the map.</summary>
    public int Width { get; }

    /// <summary>Rows of the map.</summary>
    public int Height { get; }

    /// <summary>
    /// The expected distance from the true a*b*, about 5 where the colour is sure and 30 where it is a guess;
    /// height×width, row after row.
    /// </summary>
    public IReadOnlyList<float> Values => values;

    /// <summary>
    /// The doubt of the whole photo: the mean of <see cref="Values"/>, 10 to 20 for most photographs.
    /// </summary>
    public float Mean { get; }

    /// <summary>Suggests places for hints: where the doubt is greatest, apart from one another.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>
    /// Pixels of the photo, counted from 0, the most doubtful first, at least a quarter of its longer side apart and
    /// off its edges; fewer where there is no more room.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of its range.</exception>
    public IReadOnlyList<(int X, int Y)> Places(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var around = Smoothed();
        var apart = MinApart * Math.Max(photo.Width, photo.Height);
        List<(int X, int Y)> places = [];
        var inside = Enumerable.Range(0, around.Length).Where(IsInside);
        foreach (var (x, y) in inside.OrderByDescending(index => around[index]).Select(PixelAt))
        {
            if (places.Count == count) break;
            if (places.All(other => Math.Sqrt(Math.Pow(other.X - x, 2) + Math.Pow(other.Y - y, 2)) >= apart))
                places.Add((x, y));
        }

        return places;
    }

    private int Reach => (int)(Around * Math.Max(Width, Height));

    /// <summary>The doubt at another size, height×width.</summary>
    internal float[] At(int width, int height) =>
        Planes.Resize(Width, Height, values, width, height, lowest: 0, highest: float.MaxValue);

    /// <summary>Makes colours paler where they are unsure.</summary>
    /// <param name="chroma">Of the photo, any size.</param>
    /// <param name="caution">0..1: with 1 a guess becomes grey.</param>
    /// <returns>New planes.</returns>
    internal ChromaPlanes Pale(ChromaPlanes chroma, float caution)
    {
        var kept = Array.ConvertAll(At(chroma.Width, chroma.Height),
            doubt => 1 - caution * Math.Clamp((doubt - Sure) / (Guess - Sure), 0, 1));
        float[] Paler(float[] plane) => [.. plane.Zip(kept, (value, share) => value * share)];
        return new ChromaPlanes(chroma.Width, chroma.Height, Paler(chroma.A), Paler(chroma.B));
    }

    /// <summary>The middle of a place of the map.</summary>
    private (int X, int Y) PixelAt(int index) =>
        ((int)((index % Width + 0.5) * photo.Width / Width), (int)((index / Width + 0.5) * photo.Height / Height));

    /// <summary>Whether all that counts as the place is in the map; the smallest maps have nothing else.</summary>
    private bool IsInside(int index)
    {
        var (x, y) = (index % Width, index / Width);
        return Math.Min(Width, Height) <= 2 * Reach
            || (x >= Reach && y >= Reach && x < Width - Reach && y < Height - Reach);
    }

    private float[] Smoothed()
    {
        var means = new float[values.Length];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var (sum, count) = (0f, 0);
                for (var v = Math.Max(0, y - Reach); v <= Math.Min(Height - 1, y + Reach); v++)
                    for (var u = Math.Max(0, x - Reach); u <= Math.Min(Width - 1, x + Reach); u++)
                        (sum, count) = (sum + values[v * Width + u], count + 1);
                means[y * Width + x] = sum / count;
            }

        return means;
    }
}
