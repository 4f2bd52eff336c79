namespace Colorist;

/// <summary>
/// Counts colours in the 11×11 soft bins of a palette: each colour counts for the four bins around it, nearer ones
/// more.
/// </summary>
internal sealed class PaletteBins
{
    private const float MaxChroma = 79.99f; // of a* and b* each; what is beyond counts as this

    private readonly double[] sums = new double[Palette.Bins];
    private double total;
    private double chroma;
    private double squares;

    /// <summary>a* and b* of the bins' middles.</summary>
    public static ReadOnlySpan<float> Lines => [-80, -45, -26, -14, -6, 0, 6, 14, 26, 45, 80];

    /// <summary>Counts every colour of a picture once.</summary>
    public PaletteBins Add(ChromaPlanes picture)
    {
        for (var i = 0; i < picture.A.Length; i++) Add(picture.A[i], picture.B[i], 1);
        return this;
    }

    /// <summary>Counts one colour.</summary>
    /// <param name="a">Real a*.</param>
    /// <param name="b">Real b*.</param>
    /// <param name="weight">How often, above 0.</param>
    public void Add(float a, float b, double weight)
    {
        (a, b) = (Math.Clamp(a, -MaxChroma, MaxChroma), Math.Clamp(b, -MaxChroma, MaxChroma));
        var (left, shareA) = Place(a);
        var (above, shareB) = Place(b);
        for (var i = 0; i < 2; i++)
            for (var j = 0; j < 2; j++)
                sums[(left + i) * Lines.Length + above + j] += weight * (i == 0 ? 1 - shareA : shareA)
                    * (j == 0 ? 1 - shareB : shareB);
        var square = (double)a * a + (double)b * b;
        total += weight;
        chroma += weight * Math.Sqrt(square);
        squares += weight * square;
    }

    /// <summary>What was counted.</summary>
    public Palette ToPalette()
    {
        var mean = chroma / total;
        var spread = Math.Sqrt(Math.Max(0, squares / total - mean * mean));
        return new Palette(Array.ConvertAll(sums, sum => (float)(sum / total)), (float)mean, (float)spread);
    }

    private static (int Line, float Share) Place(float value)
    {
        var line = 0;
        while (value >= Lines[line + 1]) line++;
        return (line, (value - Lines[line]) / (Lines[line + 1] - Lines[line]));
    }
}
