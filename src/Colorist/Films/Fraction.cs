using System.Globalization;

namespace Colorist;

/// <summary>An exact ratio, as time bases, frame rates and pixel aspects are.</summary>
/// <param name="Numerator">Any whole number.</param>
/// <param name="Denominator">At least 1 in a ratio that is known.</param>
internal readonly record struct Fraction(long Numerator, long Denominator)
{
    /// <summary>Whether it says anything: ffprobe writes 0/0 or 0:1 for what it does not know.</summary>
    public bool IsKnown => Numerator > 0 && Denominator > 0;

    public double Value => (double)Numerator / Denominator;

    /// <summary>Reads <c>30000/1001</c> or <c>4:3</c>; null and what is no ratio give 0/1.</summary>
    public static Fraction Parse(string? text) =>
        text?.Split('/', ':') is [var numerator, var denominator]
        && long.TryParse(numerator, CultureInfo.InvariantCulture, out var n)
        && long.TryParse(denominator, CultureInfo.InvariantCulture, out var d)
            ? new Fraction(n, d)
            : new Fraction(0, 1);

    /// <summary>Converts a time in steps of this ratio to steps of another, to the nearest.</summary>
    public long Convert(long steps, Fraction other)
    {
        var (numerator, denominator) =
            ((Int128)steps * Numerator * other.Denominator, (Int128)Denominator * other.Numerator);
        var doubled = 2 * numerator + denominator;
        var quotient = doubled / (2 * denominator);
        return (long)(doubled < 0 && quotient * 2 * denominator != doubled ? quotient - 1 : quotient);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
