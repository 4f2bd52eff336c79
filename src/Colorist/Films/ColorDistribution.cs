namespace Colorist;

/// <summary>
/// How much the colours of a film as a whole change from frame to frame: colour distribution consistency (CDC) of Liu
/// and others, Temporally Consistent Video Colorization (arXiv:2110.04562). The mean Jensen-Shannon divergence, in
/// nats, of the histograms of red, green and blue of frames 1, 2 and 4 apart; here within shots only, for cuts are no
/// fault.
/// </summary>
internal static class ColorDistribution
{
    private const int Levels = 256;

    private static readonly int[] Steps = [1, 2, 4];

    /// <summary>The measure of a film.</summary>
    /// <param name="frames">
    /// In the order they are shown: lightness and colours, as large, and whether a shot begins.
    /// </param>
    /// <returns>0, nothing changes, to 0.69; the mean over the steps that any shot is long enough for.</returns>
    public static double Change(IEnumerable<(LightnessPlane Lightness, ChromaPlanes Chroma, bool BeginsShot)> frames)
    {
        var (shot, sums, counts) = (new List<double[]>(), new double[Steps.Length], new int[Steps.Length]);
        foreach (var frame in frames)
        {
            if (frame.BeginsShot) shot.Clear();
            shot.Add(Histogram(frame.Lightness, frame.Chroma));
            for (var i = 0; i < Steps.Length; i++)
            {
                if (shot.Count <= Steps[i]) continue;
                sums[i] += Divergence(shot[^1], shot[^(1 + Steps[i])]);
                counts[i]++;
            }
        }

        var means = sums.Zip(counts).Where(step => step.Second > 0).Select(step => step.First / step.Second).ToList();
        return means.Count == 0 ? 0 : means.Average();
    }

    /// <summary>Shares of the levels of red, of green and of blue, one after the other.</summary>
    private static double[] Histogram(LightnessPlane lightness, ChromaPlanes chroma)
    {
        var shares = new double[3 * Levels];
        var one = 1.0 / lightness.Values.Length;
        for (var i = 0; i < lightness.Values.Length; i++)
        {
            var (red, green, blue) = CieLab.ToLinear(lightness.Values[i], chroma.A[i], chroma.B[i]);
            shares[Level(red)] += one;
            shares[Levels + Level(green)] += one;
            shares[2 * Levels + Level(blue)] += one;
        }

        return shares;
    }

    private static int Level(float linear) => (int)(CieLab.Encode(Math.Clamp(linear, 0, 1)) * (Levels - 1) + 0.5f);

    /// <summary>The mean over red, green and blue.</summary>
    private static double Divergence(double[] one, double[] other)
    {
        double sum = 0;
        for (var i = 0; i < one.Length; i++)
        {
            var middle = (one[i] + other[i]) / 2;
            if (one[i] > 0) sum += one[i] * Math.Log(one[i] / middle) / 2;
            if (other[i] > 0) sum += other[i] * Math.Log(other[i] / middle) / 2;
        }

        return sum / 3;
    }
}
