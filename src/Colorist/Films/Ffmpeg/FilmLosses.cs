using System.Globalization;

namespace Colorist;

/// <summary>
/// Finds what a film says of itself and its result does not, because the container has no place for it.
/// </summary>
internal static class FilmLosses
{
    private static readonly string[] OfTheFileOnly = ["major_brand", "minor_version", "compatible_brands", "encoder",
        "software", "timecode"];

    /// <summary>Each loss in a line.</summary>
    /// <param name="film">The film.</param>
    /// <param name="result">What became of it.</param>
    public static IEnumerable<string> Find(Film film, Film result)
    {
        var extension = Path.GetExtension(result.Path).ToLowerInvariant();
        if (film.Rotation is { } degrees and not 0 && result.Rotation is null or 0)
            yield return $"{extension} files do not say that players turn the pictures, here by {Math.Abs(degrees).ToString(CultureInfo.InvariantCulture)}° "
                + $"{(degrees < 0 ? "clockwise" : "anticlockwise")}: the rotation is lost, .mp4 and .mov keep it";
        if (film.IsTaggedInterlaced && !result.IsTaggedInterlaced)
            yield return $"{result.Video.CodecName} in {extension} files does not say that each frame has two fields: they are kept as they are, and players will not take them apart";
        if (MissingKeys(film, result.Probe) is { Count: > 0 } keys)
            yield return $"{extension} files do not take the metadata {string.Join(", ", keys)}: left out";
    }

    /// <summary>
    /// Keys that a film's file has and another has not; what says only how the file is made does not count.
    /// </summary>
    public static IReadOnlyList<string> MissingKeys(Film film, Probe other) =>
    [
        .. film.Probe.Format.Tags.Keys.Except(OfTheFileOnly, StringComparer.OrdinalIgnoreCase)
            .Except(other.Format.Tags.Keys, StringComparer.OrdinalIgnoreCase),
    ];
}
