namespace Colorist.Evaluation;

/// <summary>How far computing in other numbers than single precision moves the colours.</summary>
public static class PrecisionStudy
{
    /// <summary>Colours pictures in a precision and in single precision and compares them.</summary>
    /// <param name="model">Folder of a model.</param>
    /// <param name="precision">In which numbers.</param>
    /// <param name="source">Its first pictures are taken.</param>
    /// <param name="count">How many.</param>
    /// <returns>Mean CIEDE2000 over the pixels, mean over the pictures.</returns>
    /// <exception cref="ModelException">The model has no network in it.</exception>
    public static double MeanDifference(
        string model, Precision precision, IPictureSource source, int count)
    {
        using var full = Colorizer.Load(model, new ColorizerOptions { Precision = Precision.Full });
        using var other = Colorizer.Load(model, new ColorizerOptions { Precision = precision });
        return source.Read(shuffleSeed: null).Take(count).Average(picture =>
        {
            using var photo = Photo.Load(picture.Encoded, picture.Name);
            using var left = full.Colorize(photo);
            using var right = other.Colorize(photo);
            return Scores.Compare(left.ToRgb(), right.ToRgb(), photo.Width, photo.Height).Ciede2000;
        });
    }
}
