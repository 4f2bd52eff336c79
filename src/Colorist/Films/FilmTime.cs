using System.Globalization;

namespace Colorist;

/// <summary>Times in a film as people write them.</summary>
public static class FilmTime
{
    /// <summary>Reads seconds, m:ss or h:mm:ss, each with a fraction or without.</summary>
    /// <param name="text">Such as <c>1:30</c>.</param>
    /// <returns>Null if it is none of them.</returns>
    public static TimeSpan? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        double seconds = 0;
        var parts = text.Split(':');
        foreach (var part in parts)
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                return null;
            seconds = seconds * 60 + value;
        }

        return parts.Length <= 3 && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>Reads a time with something behind it, <c>TIME=…</c>.</summary>
    /// <param name="typed">Such as <c>1:30=strokes.png</c>; what is behind the first = may hold others.</param>
    /// <returns>Null if it is not written so.</returns>
    public static (TimeSpan Time, string Behind)? ParseBefore(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Split('=', 2) is [var before, { Length: > 0 } rest] && Parse(before) is { } time
            ? (time, rest)
            : null;
    }
}
