namespace Colorist.Evaluation;

/// <summary>
/// Measures what bringing small chroma up to full size costs, apart from any network: true a*b* is averaged down and
/// brought back up, with and without a look at the lightness.
/// </summary>
public static class UpsamplingStudy
{
    /// <summary>How many times smaller the chroma is made.</summary>
    public static IReadOnlyList<int> Factors { get; } = [2, 4, 8, 16];

    /// <summary>Measures.</summary>
    /// <returns>
    /// For each factor the means over the pictures of the RMSE of a*b*: left grey, interpolated, guided.
    /// </returns>
    /// <exception cref="PhotoException">A picture cannot be read.</exception>
    public static IReadOnlyList<(int Factor, double Grey, double Bilinear, double Guided)> Measure(
        IReadOnlyList<LabelledPicture> pictures, CancellationToken stop = default)
    {
        var errors = pictures.Select(picture => Measure(picture, stop)).ToList();
        return [.. Factors.Select((factor, i) =>
            (factor, errors.Average(row => row[i].Grey), errors.Average(row => row[i].Bilinear),
                errors.Average(row => row[i].Guided)))];
    }

    private static (double Grey, double Bilinear, double Guided)[] Measure(
        LabelledPicture picture, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var photo = Photo.Load(picture.Encoded, picture.Name, stop: stop);
        var (lightness, truth) = Planes(photo);
        return [.. Factors.Select(factor =>
        {
            var small = Shrink(truth, factor);
            return (
                Distance(GuidedChroma.None, lightness, truth),
                Distance(GuidedChroma.Bilinear(small), lightness, truth),
                Distance(GuidedChroma.Fit(small, lightness), lightness, truth));
        })];
    }

    /// <summary>A photo's lightness and its true chroma, both at full size.</summary>
    public static (LightnessPlane Lightness, ChromaPlanes Chroma) Planes(Photo photo)
    {
        var (width, height) = (photo.Width, photo.Height);
        var rgb = photo.ToRgb();
        float[] l = new float[width * height], a = new float[l.Length], b = new float[l.Length];
        Parallel.For(
            0, l.Length, i => (l[i], a[i], b[i]) = CieLab.FromSrgb(rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]));
        return (new LightnessPlane(width, height, l), new ChromaPlanes(width, height, a, b));
    }

    /// <summary>Averages chroma down.</summary>
    public static ChromaPlanes Shrink(ChromaPlanes planes, int factor) =>
        planes.ResizeTo(Math.Max(1, planes.Width / factor), Math.Max(1, planes.Height / factor));

    /// <summary>RMSE of a*b* of colours at full size.</summary>
    public static double Distance(GuidedChroma chroma, LightnessPlane lightness, ChromaPlanes truth)
    {
        var found = chroma.At(lightness);
        var sum = 0.0;
        for (var i = 0; i < truth.A.Length; i++)
        {
            double a = found.A[i] - truth.A[i], b = found.B[i] - truth.B[i];
            sum += a * a + b * b;
        }

        return Math.Sqrt(sum / (2.0 * truth.A.Length));
    }
}
