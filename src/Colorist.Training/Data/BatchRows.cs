namespace Colorist.Training;

/// <summary>Numbers of a batch, as many for each picture, one picture after the other.</summary>
/// <param name="count">Pictures.</param>
/// <param name="length">Numbers of each.</param>
internal sealed class BatchRows(int count, int length)
{
    private readonly float[] values = new float[count * length];

    /// <summary>The numbers of a picture.</summary>
    public Span<float> this[int picture] => values.AsSpan(picture * length, length);

    /// <summary>The numbers of some pictures alone, in their order; the others are given up.</summary>
    public float[] Of(IReadOnlyList<int> pictures)
    {
        if (pictures.Count == count) return values;
        foreach (var (to, from) in pictures.Index())
            if (to != from) this[from].CopyTo(this[to]);
        return values[..(pictures.Count * length)];
    }
}
