using System.Globalization;

namespace Colorist;

/// <summary>Reads where the shots of a film begin.</summary>
public static class FilmCuts
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">
    /// One shot a line: the number of its first frame, counted from 0, or its time with a point or colon (12.5, 1:30);
    /// what follows a # is left out.
    /// </param>
    /// <param name="film">The film.</param>
    /// <returns>Times from the beginning of the film, rising.</returns>
    /// <exception cref="FilmException">There is no such file, or a line is something else.</exception>
    public static IReadOnlyList<TimeSpan> Read(string path, Film film)
    {
        ArgumentNullException.ThrowIfNull(film);
        if (!File.Exists(path)) throw new FilmException(path, "a file of cuts", "no file");
        var lines = File.ReadAllLines(path).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);
        return [
            .. lines.Select(
                line => TimeOf(line, film)
                    ?? throw new FilmException(path, "a frame's number or a time a line, such as 120 or 1:30", line))
                        .Order()];
    }

    private static TimeSpan? TimeOf(string line, Film film) =>
        long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var frame)
            ? FilmReference.TimeOf(frame, film)
            : FilmTime.Parse(line);
}
