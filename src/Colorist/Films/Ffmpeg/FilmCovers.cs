namespace Colorist;

/// <summary>Covers of a film that become attachments, as Matroska has them.</summary>
internal sealed class FilmCovers(Film film)
{
    private readonly List<ProbedStream> covers = [];

    /// <summary>Takes a cover.</summary>
    public void Add(ProbedStream cover) => covers.Add(cover);

    /// <summary>Writes the covers to files and attaches them.</summary>
    /// <param name="folder">For the files; they are needed until the result is written.</param>
    /// <param name="place">Of the first among the result's streams.</param>
    /// <returns>For ffmpeg.</returns>
    /// <exception cref="FilmException">A cover cannot be read.</exception>
    public IReadOnlyList<string> Attach(string folder, int place)
    {
        var arguments = new List<string>();
        foreach (var (cover, number) in covers.Select((cover, number) => (cover, number)))
        {
            var (type, extension) = Type(cover.CodecName);
            var path = Path.Combine(folder, $"cover{number}.{extension}");
            using var run =
                new FfmpegRun([.. Ffmpeg.Input(film.Path), "-map", $"0:{cover.Index}", "-c", "copy", "-frames:v", "1",
                    "-f", "image2pipe", "-y", Ffmpeg.Url(path)]);
            if (run.Finish() is { } failure)
                throw new FilmException(film.Path, $"its cover, stream {cover.Index}", failure);
            var name = Tag(cover, "filename") ?? $"cover{(number == 0 ? "" : $"-{number + 1}")}.{extension}";
            arguments.AddRange(["-attach", path, $"-metadata:s:{place + number}",
                $"mimetype={Tag(cover, "mimetype") ?? type}", $"-metadata:s:{place + number}", $"filename={name}"]);
        }

        return arguments;
    }

    private static string? Tag(ProbedStream cover, string key) =>
        cover.Tags.FirstOrDefault(tag => tag.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;

    private static (string Type, string Extension) Type(string codec) => codec switch
    {
        "mjpeg" => ("image/jpeg", "jpg"),
        _ => ($"image/{codec}", codec),
    };
}
