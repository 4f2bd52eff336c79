using System.Globalization;

namespace Colorist;

/// <summary>The part of a film that is coloured, in seconds from its beginning.</summary>
/// <param name="From">Null for the beginning.</param>
/// <param name="To">Null for the end.</param>
internal readonly record struct FilmSpan(double? From, double? To)
{
    private const double Rounding = 1e-6;

    private static readonly string[] Seekable = ["mov", "matroska"];

    public bool IsWhole => From is null && To is null;

    /// <summary>Whether the beginning is later than a time, in seconds from the film's beginning.</summary>
    public bool BeginsAfter(double seconds) => seconds < (From ?? double.NegativeInfinity) - Rounding;

    /// <summary>Whether the end is at a time or before it.</summary>
    public bool EndsBy(double seconds) => seconds >= (To ?? double.PositiveInfinity) - Rounding;

    /// <summary>For ffmpeg, before <c>-i</c>: goes near the beginning, never behind it.</summary>
    /// <param name="film">
    /// In MPEG and AVI files ffmpeg does not find places well enough: they are read from the start.
    /// </param>
    public string[] Seek(Film film) => From is { } from
        && Array.Exists(Seekable, name => film.Probe.Format.FormatName.Contains(name, StringComparison.Ordinal))
        ? ["-ss", Text(from)]
        : [];

    /// <summary>A time as ffmpeg reads it, to the microsecond.</summary>
    public static string Text(double seconds) => seconds.ToString("0.######", CultureInfo.InvariantCulture);
}
