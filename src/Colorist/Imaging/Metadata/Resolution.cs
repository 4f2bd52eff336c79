namespace Colorist;

/// <summary>How densely a picture's pixels lie.</summary>
/// <param name="X">Pixels per unit, across.</param>
/// <param name="Y">Pixels per unit, down.</param>
/// <param name="Unit">What TIFF and EXIF call it: 1 no unit, only the ratio counts; 2 inch; 3 centimetre.</param>
internal sealed record Resolution(double X, double Y, int Unit)
{
    public const int NoUnit = 1;
    public const int Inch = 2;
    public const int Centimetre = 3;

    /// <summary>Pixels per metre, as PNG counts them; without a unit the numbers as they are.</summary>
    public (double X, double Y) PerMetre => Unit switch
    {
        Inch => (X / 0.0254, Y / 0.0254),
        Centimetre => (X * 100, Y * 100),
        _ => (X, Y),
    };

    /// <summary>The same for the picture turned by a quarter.</summary>
    public Resolution Turned() => new(Y, X, Unit);

    /// <summary>What the tags of a directory say; null if they say nothing that makes sense.</summary>
    public static Resolution? Read(TiffDirectory? directory)
    {
        if (directory?[TiffId.ResolutionX]?.Fraction() is not (> 0 and < 1e7 and var x)) return null;
        if (directory[TiffId.ResolutionY]?.Fraction() is not (> 0 and < 1e7 and var y)) return null;
        return new Resolution(x, y, (int)(directory[TiffId.ResolutionUnit]?.Number() ?? Inch));
    }

    public void WriteTo(TiffDirectory directory)
    {
        directory.Set(TiffTag.Rational(TiffId.ResolutionX, X));
        directory.Set(TiffTag.Rational(TiffId.ResolutionY, Y));
        directory.Set(TiffTag.Short(TiffId.ResolutionUnit, Unit));
    }
}
