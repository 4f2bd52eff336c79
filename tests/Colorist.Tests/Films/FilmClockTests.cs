using System.Globalization;
using Colorist.Films;

namespace Colorist.Tests.Films;

/// <summary>Films whose clocks begin anywhere and count in any steps, from container to container; ffprobe is the judge.</summary>
public sealed class FilmClockTests(SmallFilms films) : IClassFixture<SmallFilms>
{
    private const int Frames = 12;
    private const double Rounding = 0.00101; // Matroska counts milliseconds
    private const double Priming = 0.03; // a packet of AAC that decoders swallow

    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["second.vob"] = ["-c:v", "mpeg2video", "-bf", "2", "-c:a", "ac3", "-output_ts_offset", "1200"],
        ["plain.mpg"] = ["-c:v", "mpeg2video", "-c:a", "mp2"],
        ["late.ts"] = ["-c:v", "libx264", "-bf", "2", "-c:a", "ac3", "-output_ts_offset", "18000"],
        ["late.mkv"] = ["-c:v", "libx264", "-bf", "2", "-c:a", "ac3", "-output_ts_offset", "5"],
        ["plain.mp4"] = ["-c:v", "libx264", "-bf", "2", "-c:a", "aac"],
        ["plain.mov"] = ["-c:v", "prores", "-pix_fmt", "yuv422p10le", "-c:a", "aac"],
        ["plain.avi"] = ["-c:v", "mpeg4", "-bf", "2", "-c:a", "libmp3lame"],
        ["raw.h264"] = ["-c:v", "libx264", "-bf", "2", "-an"],
        ["raw.m2v"] = ["-c:v", "mpeg2video", "-an"],
        ["tape.dv"] = ["-c:v", "dvvideo", "-vf", "scale=720:576,format=yuv420p", "-r", "25", "-ar", "48000", "-ac", "2"],
        ["plain.gif"] = ["-r", "25", "-an"],
    };

    public static TheoryData<string, string> Pairs => [.. Kinds.Keys.SelectMany(kind => (IEnumerable<(string, string)>)[(kind, "mkv"), (kind, "mp4"), (kind, "webm")])];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Film_FromContainerToContainer_BeginsAtZeroAndLastsAsLongAsItsFrames(string kind, string extension)
    {
        var film = Make(kind, extension == "webm" ? ["-an"] : ["-af", "atrim=end=0.3"]); // the pictures last longest
        var coloured = films[$"{kind}.{extension}"];
        Assert.Equal(Frames, films.Colour(film, Path.GetFileName(coloured)).Frames);

        var rate = kind is "tape.dv" or "plain.gif" ? 25.0 : 24;
        var (start, duration, video) = (Format(coloured, "start_time"), Format(coloured, "duration"), Start(coloured, "v"));
        Assert.InRange(start!.Value, -Priming, Rounding);
        Assert.Equal(video!.Value + Frames / rate, duration!.Value, Rounding);
        Assert.Equal(Frames, FilmFile.Times(coloured).Length);
        if (Start(coloured, "a") is { } sound) Assert.Equal(Start(film, "v")!.Value - Start(film, "a")!.Value, video.Value - Math.Max(0, sound), Rounding);
        else Assert.Equal(0, video.Value, Rounding);
    }

    private string Make(string kind, params string[] options) =>
        films.Make((options[0] == "-an" ? "silent-" : "") + kind, [.. Kinds[kind], .. options, "-frames:v", $"{Frames}", "-shortest"]);

    private static double? Format(string path, string entry) => Number(FilmFile.Probe(path, "-show_entries", $"format={entry}"));

    private static double? Start(string path, string stream) => Number(FilmFile.Probe(path, "-select_streams", stream, "-show_entries", "stream=start_time"));

    private static double? Number(string[] lines) =>
        lines is [var line, ..] && double.TryParse(line.TrimEnd(','), CultureInfo.InvariantCulture, out var number) ? number : null;
}
