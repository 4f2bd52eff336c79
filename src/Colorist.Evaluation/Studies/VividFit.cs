namespace Colorist.Evaluation;

/// <summary>
/// Fits the curve that makes colours vivid. For each chroma that a model gives, true pictures say how large the error
/// (CIEDE2000) gets at each chroma that it could be changed to, and what chroma the truth has there. Of all rising
/// curves the one is taken that raises the liveliness of pictures most for a given mean error and nowhere goes beyond
/// what a quarter of the true colours do. Liveliness is the root mean square of chroma over a picture, the larger part
/// of Hasler and Süsstrunk's colourfulness. Where the model is sure, its chroma is already higher and an expansion
/// costs little: so the curve leaves pale colours alone and expands the rest.
/// </summary>
public sealed class VividFit
{
    private const int Bins = 31; // of the model's chroma
    private const int Choices = MaxRatio * (Bins - 1) + 1; // of the chroma after the curve
    private const int MaxRatio = 2; // of the chroma after the curve to that before
    private const double Livelier = 0.25; // of the true colours: the curve stays among the others
    // of the pixels: bins from the first that has fewer on say nothing, the last ratio holds for them
    private const double MinShare = 0.001;
    private const int PixelStep = 13; // of a picture's pixels one in so many is looked at

    private readonly double[,] errors = new double[Bins, Choices]; // sums of ΔE00
    private readonly double[] counts = new double[Bins];
    private readonly double[,] trueCounts = new double[Bins, Choices]; // of the true chroma
    // sums of 1 ÷ the picture's liveliness: what a squared chroma adds to it
    private readonly double[] worths = new double[Bins];
    private readonly Lock adding = new();
    private double trueChroma;

    /// <summary>Looks at a picture.</summary>
    public void Add(Colorizer colorizer, LabelledPicture picture)
    {
        using var photo = Photo.Load(picture.Encoded, picture.Name);
        var (lightness, truth) = UpsamplingStudy.Planes(photo);
        var found = colorizer.Predict(photo, new Look { Vivid = false }).Chroma.At(lightness);
        var liveliness = Math.Max(1, Math.Sqrt(found.A.Zip(found.B, (a, b) => (double)a * a + b * b).Average()));
        var (own, ownCounts, ownTrue) = (new double[Bins, Choices], new double[Bins, Choices], 0.0);
        for (var i = 0; i < lightness.Values.Length; i += PixelStep)
        {
            var chroma = Math.Max(0.01f, Length(found.A[i], found.B[i]));
            var bin = Math.Min(Bins - 1, (int)MathF.Round(chroma / ChromaCurve.Step));
            var trueLength = Length(truth.A[i], truth.B[i]);
            ownCounts[bin, Math.Min(Choices - 1, (int)MathF.Round(trueLength / ChromaCurve.Step))]++;
            ownTrue += trueLength;
            for (var choice = bin; choice < Math.Min(Choices, MaxRatio * bin + 1); choice++)
            {
                var ratio = choice * ChromaCurve.Step / chroma;
                own[bin, choice] += ColorDifference.Ciede2000(
                    (lightness.Values[i], found.A[i] * ratio, found.B[i] * ratio),
                    (lightness.Values[i], truth.A[i], truth.B[i]));
            }
        }

        lock (adding)
        {
            for (var bin = 0; bin < Bins; bin++)
            {
                for (var choice = 0; choice < Choices; choice++)
                {
                    errors[bin, choice] += own[bin, choice];
                    trueCounts[bin, choice] += ownCounts[bin, choice];
                    counts[bin] += ownCounts[bin, choice];
                    worths[bin] += ownCounts[bin, choice] / liveliness;
                }
            }

            trueChroma += ownTrue;
        }
    }

    /// <summary>
    /// The curve, for a card, that raises the error by at most a share and the mean chroma at most to the truth's.
    /// </summary>
    public float[] Curve(double maxRise)
    {
        var filled = Math.Max(
            2, Enumerable.Range(1, Bins - 1).TakeWhile(bin => counts[bin] >= MinShare * counts.Sum()).Count() + 1);
        var (error, _) = Totals([.. Enumerable.Range(0, filled)]);
        double least = 0, most = 4; // ΔE00 that a squared C*ab, in units of the picture's liveliness, is worth
        for (var step = 0; step < 40; step++)
        {
            var worth = (least + most) / 2;
            var (newError, newChroma) = Totals(Best(worth, filled));
            if (newError > error * (1 + maxRise) || newChroma > trueChroma) most = worth;
            else least = worth;
        }

        return Smooth(Best(least, filled));
    }

    /// <summary>
    /// The rising curve of the least error less worth times liveliness, bin after bin (dynamic programming).
    /// </summary>
    private int[] Best(double worth, int bins)
    {
        var highest = Enumerable.Range(0, bins).Select(Highest).ToArray();
        var cost = new double[bins, Choices];
        var from = new int[bins, Choices];
        for (var bin = 0; bin < bins; bin++)
        {
            var lowest = 0;
            for (var choice = 0; choice < Choices; choice++)
            {
                if (bin > 0 && cost[bin - 1, choice] < cost[bin - 1, lowest]) lowest = choice;
                from[bin, choice] = lowest;
                var allowed = choice >= bin && choice <= highest[bin];
                cost[bin, choice] = allowed
                    ? (bin > 0 ? cost[bin - 1, lowest] : 0) + errors[bin, choice]
                        - worth * worths[bin] * Math.Pow(choice * ChromaCurve.Step, 2)
                    : double.PositiveInfinity;
            }
        }

        var curve = new int[bins];
        for (var choice = 1; choice < Choices; choice++)
            if (cost[bins - 1, choice] < cost[bins - 1, curve[^1]]) curve[^1] = choice;
        for (var bin = bins - 1; bin > 0; bin--) curve[bin - 1] = from[bin, curve[bin]];
        return curve;
    }

    /// <summary>How far the curve may go at a chroma.</summary>
    private int Highest(int bin)
    {
        var (choice, livelier) = (Choices - 1, trueCounts[bin, Choices - 1]);
        while (choice > bin && livelier <= Livelier * counts[bin]) livelier += trueCounts[bin, --choice];
        return Math.Clamp(choice, bin, MaxRatio * bin);
    }

    private (double Error, double Chroma) Totals(int[] curve) =>
        (curve.Select((choice, bin) => errors[bin, choice]).Sum(),
            curve.Select((choice, bin) => counts[bin] * choice * ChromaCurve.Step).Sum());

    /// <summary>
    /// Takes the steps out of it: means of five points, fewer near 0, which keeps it rising and 0 at 0.
    /// </summary>
    private static float[] Smooth(int[] curve) => [.. curve.Select((_, bin) =>
    {
        var reach = Math.Min(2, Math.Min(bin, curve.Length - 1 - bin));
        return (float)Math.Round(curve.AsSpan(bin - reach, 2 * reach + 1).ToArray().Average() * ChromaCurve.Step, 2);
    })];

    private static float Length(float a, float b) => MathF.Sqrt(a * a + b * b);
}
