using System.Globalization;

namespace Colorist.Films;

/// <summary>The part of a film that is coloured, in seconds from its beginning.</summary>
/// <param name="From">Null for the beginning.</param>
/// <param name="To">Null for the end.</param>
internal readonly record struct FilmSpan(double? From, double? To)
{
    public bool IsWhole => From is null && To is null;

    /// <summary>For ffmpeg, before <c>-i</c>.</summary>
    public string[] Arguments =>
    [
        .. From is { } from ? ["-ss", Text(from)] : Array.Empty<string>(),
        .. To is { } to ? ["-to", Text(to)] : Array.Empty<string>(),
    ];

    /// <summary>A time as ffmpeg reads it, to the microsecond.</summary>
    public static string Text(double seconds) => seconds.ToString("0.######", CultureInfo.InvariantCulture);
}
