using System.Globalization;

namespace Colorist;

/// <summary>Reads the text that asks for two models at once: <c>A+B:0.4</c>.</summary>
internal static class MergedName
{
    private const float UsualShare = 0.5f;

    /// <param name="text">
    /// Two names or paths with a plus between them, and perhaps the share of the second behind a colon.
    /// </param>
    /// <returns>Null for a text without a plus.</returns>
    /// <exception cref="ArgumentException">
    /// A part is missing, there are more than two, or the share is not within 0..1.
    /// </exception>
    public static (string First, string Second, float Share)? Parse(string text)
    {
        var parts = text.Split('+');
        if (parts.Length == 1) return null;
        if (parts is not [{ Length: > 0 } first, { Length: > 0 } second])
            throw new ArgumentException($"expected two models as A+B:0.4, found {text}");
        var colon = second.LastIndexOf(':');
        if (colon <= 0) return (first, second, UsualShare);
        return float.TryParse(second[(colon + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var share) && share <= 1
            ? (first, second[..colon], share)
            : throw new ArgumentException($"expected a share 0..1 of the second model behind the colon, found {text}");
    }
}
