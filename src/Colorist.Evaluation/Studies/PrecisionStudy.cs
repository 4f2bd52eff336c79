namespace Colorist.Evaluation;

/// <summary>How far computing in other numbers than single precision moves the colours.</summary>
public static class PrecisionStudy
{
    /// <summary>Colours pictures in single precision and in others and compares them.</summary>
    /// <param name="model">Folder of a model.</param>
    /// <param name="precisions">The others.</param>
    /// <param name="source">Its first pictures are taken.</param>
    /// <param name="count">How many.</param>
    /// <returns>For each of the others the mean CIEDE2000 over the pixels, mean over the pictures.</returns>
    /// <exception cref="ModelException">The model has no network in one of them.</exception>
    public static double[] MeanDifferences(
        string model, IReadOnlyList<Precision> precisions, IPictureSource source, int count)
    {
        using var full = Colorizer.Load(model, new ColorizerOptions { Precision = Precision.Full });
        var others = new List<Colorizer>();
        try
        {
            foreach (var precision in precisions)
                others.Add(Colorizer.Load(model, new ColorizerOptions { Precision = precision }));
            double[][] differences = [.. source.Read(shuffleSeed: null).Take(count).Select(picture =>
            {
                using var photo = Photo.Load(picture.Encoded, picture.Name);
                using var colored = full.Colorize(photo);
                var expected = colored.ToRgb();
                return others.Select(other => Difference(other, photo, expected)).ToArray();
            })];
            return [.. others.Select((_, i) => differences.Average(picture => picture[i]))];
        }
        finally
        {
            foreach (var other in others) other.Dispose();
        }
    }

    private static double Difference(Colorizer colorizer, Photo photo, byte[] expected)
    {
        using var colored = colorizer.Colorize(photo);
        return Scores.Compare(expected, colored.ToRgb(), photo.Width, photo.Height).Ciede2000;
    }
}
