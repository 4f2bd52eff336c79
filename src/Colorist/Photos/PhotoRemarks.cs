namespace Colorist;

/// <summary>What is to be known of a coloured picture.</summary>
internal static class PhotoRemarks
{
    private const float MinChroma = 3; // C*ab: hardly seen as colour

    /// <param name="photo">What was coloured.</param>
    /// <param name="colors">What was found; null if it keeps its own.</param>
    /// <param name="lost">What the format has no place for.</param>
    public static IEnumerable<string> Of(Photo photo, Colors? colors, IReadOnlyList<string> lost)
    {
        if (colors?.MeanChroma < MinChroma)
            yield return FormattableString.Invariant(
                $"hardly any colour was found, mean chroma {colors.MeanChroma:f1}");
        if (colors is not null && photo.HasStrangeXmp)
            yield return "XMP data that are not understood, so without a note that the colours are computed";
        if (lost.Count > 0) yield return $"no place in this format for {string.Join(", ", lost)}";
    }
}
