namespace Colorist;

/// <summary>A rising curve from chroma to chroma; hue stays.</summary>
/// <param name="points">
/// C*ab after the curve at 0, <see cref="Step"/>, twice <see cref="Step"/> and so on, at least two; beyond them the
/// last ratio holds.
/// </param>
public sealed class ChromaCurve(IReadOnlyList<float> points)
{
    /// <summary>C*ab between two points.</summary>
    public const float Step = 2;

    /// <summary>Applies the curve.</summary>
    /// <param name="chroma">Real a* and b*; not changed.</param>
    /// <returns>New planes.</returns>
    public ChromaPlanes Apply(ChromaPlanes chroma)
    {
        float[] a = new float[chroma.A.Length], b = new float[a.Length];
        for (var i = 0; i < a.Length; i++)
        {
            var ratio = Ratio(MathF.Sqrt(chroma.A[i] * chroma.A[i] + chroma.B[i] * chroma.B[i]));
            (a[i], b[i]) = (chroma.A[i] * ratio, chroma.B[i] * ratio);
        }

        return new ChromaPlanes(chroma.Width, chroma.Height, a, b);
    }

    /// <summary>Times how much a chroma grows.</summary>
    /// <param name="chroma">C*ab before the curve, 0 or more.</param>
    /// <returns>C*ab after the curve divided by <paramref name="chroma"/>.</returns>
    public float Ratio(float chroma)
    {
        var last = points.Count - 1;
        var place = MathF.Max(chroma / Step, 1e-3f);
        if (place >= last) return points[last] / (last * Step);
        var (index, share) = ((int)place, place - (int)place);
        return (points[index] + share * (points[index + 1] - points[index])) / (place * Step);
    }
}
