namespace Colorist.Evaluation;

/// <summary>How far computing in 8 bits moves the colours.</summary>
public static class PrecisionStudy
{
    /// <summary>Colours pictures in 8 bits and in single precision and compares them.</summary>
    /// <param name="model">Folder of a model that was calibrated for 8 bits.</param>
    /// <param name="source">Its first pictures are taken.</param>
    /// <param name="count">How many.</param>
    /// <returns>Mean CIEDE2000 over the pixels, mean over the pictures.</returns>
    /// <exception cref="ModelException">The model has no 8-bit network.</exception>
    public static double MeanDifference(string model, IPictureSource source, int count)
    {
        using var full = Colorizer.Load(model, new ColorizerOptions { Precision = Precision.Full });
        using var eightBits = Colorizer.Load(model, new ColorizerOptions { Precision = Precision.EightBits });
        return source.Read(shuffleSeed: null).Take(count).Average(picture =>
        {
            using var photo = Photo.Load(picture.Encoded, picture.Name);
            using var left = full.Colorize(photo);
            using var right = eightBits.Colorize(photo);
            return Scores.Compare(left.ToRgb(), right.ToRgb(), photo.Width, photo.Height).Ciede2000;
        });
    }
}
