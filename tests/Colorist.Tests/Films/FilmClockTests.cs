using System.Globalization;

namespace Colorist.Tests;

/// <summary>
/// Films whose clocks begin anywhere and count in any steps, from container to container; ffprobe is the judge.
/// </summary>
public sealed class FilmClockTests(SmallFilms films) : IClassFixture<SmallFilms>
{
    private const int Frames = 12;
    private const double Rounding = 0.00101; // Matroska counts milliseconds
    private const double Priming = 0.03; // a packet of AAC that decoders swallow

    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["second.vob"] = ["-c:v", "mpeg2video", "-bf", "2", "-c:a", "ac3", "-output_ts_offset", "1200"],
        ["late.ts"] = ["-c:v", "libx264", "-bf", "2", "-c:a", "mp2", "-output_ts_offset", "18000"],
        ["late.mkv"] = ["-c:v", "libx264", "-bf", "2", "-c:a", "ac3", "-output_ts_offset", "5"],
        ["plain.mov"] = ["-c:v", "prores", "-pix_fmt", "yuv422p10le", "-c:a", "aac"],
        ["plain.avi"] = ["-c:v", "mpeg4", "-bf", "2", "-c:a", "libmp3lame"],
        ["raw.h264"] = ["-c:v", "libx264", "-bf", "2", "-an"],
        ["tape.dv"] = ["-c:v", "dvvideo", "-vf", "scale=720:576,format=yuv420p", "-r", "25", "-an"],
        ["plain.gif"] = ["-r", "25", "-an"],
    };

    public static TheoryData<string, string> Pairs =>
    [
        .. Kinds.Keys.Select(kind => (kind, "mkv")), ("second.vob", "mp4"), ("late.ts", "mp4"), ("plain.avi", "mov"),
        ("raw.h264", "mp4"), ("raw.h264", "webm"), ("plain.gif", "webm"),
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Film_FromContainerToContainer_BeginsAtZeroAndLastsAsLongAsItsFrames(string kind, string extension)
    {
        var rate = kind is "tape.dv" or "plain.gif" ? 25.0 : 24;
        // the pictures last longest
        string[] end = ["-af", "atrim=end=0.3", "-t", FormattableString.Invariant($"{Frames / rate}")];
        var film = films.Make(kind, [.. Kinds[kind], .. Kinds[kind].Contains("-an") ? end[2..] : end]);
        var colored = films[$"{kind}.{extension}"];
        Assert.Equal(Frames, films.Color(film, Path.GetFileName(colored)).Frames);

        var (before, after) = (Probe.Read(film), Probe.Read(colored));
        Assert.InRange(after.Format.StartTime!.Value, -Priming, Rounding);
        Assert.Equal(Start(after, "video")!.Value + Frames / rate, after.Format.Duration!.Value, Rounding);
        var later = Start(after, "audio") is { } sound
            ? Start(after, "video") - Math.Max(0, sound)
            : Start(after, "video");
        Assert.Equal(Start(before, "audio") is { } soundBefore
            ? Start(before, "video")!.Value - soundBefore
            : 0, later!.Value, Rounding);
    }

    [Fact]
    public void Film_OfOneFrame_LastsAsLongAsItsRateSays()
    {
        var film = films.Make("one.vob", "-c:v", "mpeg2video", "-an", "-frames:v", "1");
        foreach (var extension in new[] { "mkv", "mp4" })
        {
            films.Color(film, "one." + extension);
            Assert.Equal(1 / 24.0, Probe.Read(films["one." + extension]).Format.Duration!.Value, Rounding);
        }
    }

    [Theory]
    [InlineData("mpg")]
    [InlineData("ts")]
    public void Film_WhoseClockBeginsAgainInTheMiddle_LastsAsLongAsItsFramesWithItsSound(string extension)
    {
        var part = films.Make($"part.{extension}", "-t", "0.5", "-c:v", "mpeg2video", "-c:a", "mp2");
        File.WriteAllBytes(films[$"twice.{extension}"], [.. File.ReadAllBytes(part), .. File.ReadAllBytes(part)]);
        var colored = films[$"twice-{extension}.mkv"];
        var frames = films.Color(films[$"twice.{extension}"], Path.GetFileName(colored)).Frames;
        var times = FilmFile.Times(colored).Order().ToArray();
        Assert.Equal(2 * Frames, frames);
        // sound goes on a little longer than the pictures do
        Assert.All(times.Skip(1).Zip(times), pair => Assert.InRange(pair.First - pair.Second, 0.04, 0.1));
        var sound = FilmFile.Probe(colored, "-select_streams", "a", "-show_entries", "packet=pts_time").Select(Number)
            .ToArray();
        Assert.InRange(sound[^1]!.Value - times[^1], -0.1, 0.1);
    }

    [Fact]
    public void Film_WithSubtitlesAndChaptersOnALateClock_KeepsTheirPlaces()
    {
        File.WriteAllText(films["words.srt"], "1\n00:00:00,200 --> 00:00:00,400\nGood morning\n");
        File.WriteAllText(
            films["chapters.txt"], ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=200\nEND=400\ntitle=One\n");
        var plain = FilmFile.Make(
            films["plain.mkv"], "-f", "lavfi", "-i", "testsrc2=size=64x48:rate=24", "-i", films["words.srt"], "-i",
            films["chapters.txt"], "-map_metadata", "2", "-t", "0.5", "-c:v", "ffv1");
        var film = FilmFile.Make(films["words.mkv"], "-itsoffset", "7", "-i", plain, "-map", "0", "-c", "copy");
        foreach (var extension in new[] { "mkv", "mp4" })
        {
            films.Color(film, "words-out." + extension);
            var subtitle = FilmFile.Probe(films["words-out." + extension], "-select_streams", "s", "-show_entries",
                "packet=pts_time").Select(Number).First(time => time > 0);
            Assert.Equal(0.2, subtitle!.Value, Rounding);
            Assert.Contains("0.200000",
                Assert.Single(FilmFile.Probe(films["words-out." + extension], "-show_chapters")),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Film_TrimmedByAnEditList_HidesItsSoundInMatroskaToo()
    {
        var whole = films.Make("whole.mp4", "-t", "1", "-c:v", "libx264", "-c:a", "aac");
        var film = FilmFile.Make(films["trimmed.mp4"], "-ss", "0.7", "-i", whole, "-c", "copy");
        Assert.Equal(7, films.Color(film, "trimmed.mkv").Frames);
        var probe = Probe.Read(films["trimmed.mkv"]);
        Assert.InRange(Start(probe, "audio")!.Value, -2 * Priming, 0);
        Assert.Equal(0, FilmFile.Times(films["trimmed.mkv"])[0], Rounding);
        Assert.InRange(probe.Format.Duration!.Value, 0.29, 0.35);
        // of 48
        Assert.InRange(
            FilmFile.Probe(films["trimmed.mkv"], "-select_streams", "a", "-show_entries", "packet=pts").Length, 12, 16);
    }

    private static double? Start(Probe probe, string type) =>
        probe.Streams.FirstOrDefault(stream => stream.CodecType == type)?.StartTime;

    private static double? Number(string line) =>
        double.TryParse(line.TrimEnd(','), CultureInfo.InvariantCulture, out var number) ? number : null;
}
