namespace Colorist;

/// <summary>What the network says of the frames of one shot, in the part that a look is for and outside it.</summary>
/// <param name="colorizer">The model.</param>
/// <param name="look">Which colours are wanted; null for the film's own.</param>
/// <param name="own">The shot's own scene; null if the model has none.</param>
/// <param name="first">The shot's first frame as the network sees it.</param>
internal sealed class ShotColors(Colorizer colorizer, Look? look, Scene? own, LightnessPlane first)
{
    private static readonly Look None = new();

    private readonly Scene? wanted = look is null ? own : colorizer.Wanted(own, look, first);

    /// <summary>Finds the colours of a frame.</summary>
    /// <param name="small">As the network sees it.</param>
    /// <param name="shares">
    /// How much each place is of the part that the look is for, 0..1, at the size of the colours; null for wholly.
    /// </param>
    /// <returns>Real a*b*.</returns>
    public ChromaPlanes Find(LightnessPlane small, float[]? shares)
    {
        if (look is null || shares is null) return colorizer.ChromaOf(small, wanted, look);
        if (look.SeesAs(None) || shares.Max() == 0) return colorizer.ChromaOf(small, own, None);
        var (inside, outside) = (colorizer.ChromaOf(small, wanted, look), colorizer.ChromaOf(small, own, None));
        return new ChromaPlanes(
            inside.Width, inside.Height, Mixed(outside.A, inside.A, shares), Mixed(outside.B, inside.B, shares));
    }

    private static float[] Mixed(float[] outside, float[] inside, float[] shares) =>
        [.. shares.Select((share, i) => float.Lerp(outside[i], inside[i], share))];
}
