using System.Globalization;
using System.Text.RegularExpressions;

namespace Colorist;

/// <summary>A coloured still of a film: its shot takes the colours of it.</summary>
/// <param name="Time">
/// From the beginning of the film: the first frame then or later is the one that the still shows.
/// </param>
/// <param name="Path">Picture file in colour, of any size; a slightly cropped one is aligned.</param>
public sealed partial record FilmReference(TimeSpan Time, string Path)
{
    /// <summary>Finds the stills of a folder by their names.</summary>
    /// <param name="folder">
    /// Pictures called <c>ref_000120.png</c> after the frame, counted from 0, as <see cref="FilmStills.Write"/> calls
    /// them, or after the time: <c>0-01-30.5.png</c>.
    /// </param>
    /// <param name="film">The film.</param>
    /// <returns>In the order of their times.</returns>
    /// <exception cref="PhotoException">There is no such folder, no picture in it, or one has another name.</exception>
    public static IReadOnlyList<FilmReference> FromFolder(string folder, Film film)
    {
        ArgumentNullException.ThrowIfNull(film);
        if (!Directory.Exists(folder)) throw new PhotoException(folder, "a folder of coloured stills", "none");
        var pictures = Directory.EnumerateFiles(folder)
            .Where(path => Photo.ReadExtensions.Contains(System.IO.Path.GetExtension(path).ToLowerInvariant()))
            .ToList();
        if (pictures.Count == 0) throw new PhotoException(folder, "coloured stills such as ref_000120.png", "none");
        return [.. pictures.Select(path => new FilmReference(TimeOf(path, film), path)).OrderBy(still => still.Time)];
    }

    /// <summary>The time of a frame: half a frame earlier, so that rounding never leads to the next one.</summary>
    internal static TimeSpan TimeOf(long frame, Film film) =>
        TimeSpan.FromSeconds(Math.Max(0, (frame - 0.5) / film.FrameRate));

    private static TimeSpan TimeOf(string path, Film film)
    {
        var name = Numbered().Match(System.IO.Path.GetFileNameWithoutExtension(path));
        if (FilmTime.Parse(name.Groups["time"].Value.Replace('-', ':')) is { } time) return time;
        return long.TryParse(
            name.Groups["frame"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var frame)
            ? TimeOf(frame, film)
            : throw new PhotoException(
                path, "a still called after its frame or time, as ref_000120.png or 0-01-30.5.png", "another name");
    }

    [GeneratedRegex(@"^(?:ref_(?<frame>\d{1,9})_?)?(?<time>\d[\d.-]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
