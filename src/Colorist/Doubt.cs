namespace Colorist;

/// <summary>
/// How unsure the colours of a photo are, place by place: how far from the true ones they are expected to be.
/// </summary>
/// <remarks>
/// From <see cref="Colorizer.Doubt(Photo, CancellationToken)"/>. Holds a map of some thousand places, not the photo.
/// </remarks>
public sealed class Doubt
{
    private const float Sure = 5; // a*b*: colours lose nothing,
    private const float Guess = 30; // and all that caution takes

    private readonly LightnessPlane lightness;
    private readonly float[] values;
    private readonly (int Width, int Height) photo;

    /// <param name="lightness">The photo, as large as the map.</param>
    /// <param name="values">Height×width; not copied.</param>
    /// <param name="photo">Columns and rows of the photo.</param>
    internal Doubt(LightnessPlane lightness, float[] values, (int Width, int Height) photo)
    {
        (this.lightness, this.photo) = (lightness, photo);
        this.values = Planes.Checked(Width, Height, values, nameof(values));
        Mean = values.Average();
    }

    /// <summary>Columns of the map.</summary>
    public int Width => lightness.Width;

    /// <summary>Rows of the map.</summary>
    public int Height => lightness.Height;

    /// <summary>
    /// The expected distance from the true a*b*, about 5 where the colour is sure and 30 where it is a guess;
    /// height×width, row after row.
    /// </summary>
    public IReadOnlyList<float> Values => values;

    /// <summary>
    /// The doubt of the whole photo: the mean of <see cref="Values"/>, 10 to 20 for most photographs.
    /// </summary>
    public float Mean { get; }

    /// <summary>
    /// Suggests places for hints: where one reaches most doubt, as hints spread to alike places around, and the next
    /// ones where most of the rest is reached.
    /// </summary>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>
    /// Pixels of the photo, counted from 0, the best first, off its edges; fewer where hardly any doubt is left.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of its range.</exception>
    public IReadOnlyList<(int X, int Y)> Places(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return [.. HintPlaces.Find(lightness, values, count).Select(PixelAt)];
    }

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
}
