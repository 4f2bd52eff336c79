namespace Colorist.Cli.Tests;

/// <summary><c>colorist film</c> with the shipped model; ffprobe is the judge.</summary>
public sealed class FilmCommandTests : IDisposable
{
    private const double Millisecond = 0.00051; // Matroska's steps of time, halved by rounding

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Film_InColor_IsRefusedBeforeTheWorkUnlessAskedFor()
    {
        var film = FilmFile.MakeInColor(folder["film.mkv"], 0.4, "-c:v", "ffv1");
        string[] arguments = ["film", film, "-o", folder["coloured.mkv"], "--codec", "ffv1", "--report",
            folder["report.jsonl"]];
        var refused = Command.Run(arguments);
        Assert.Equal(
            (1,
                $"colorist: {film}: expected a black-and-white or tinted film, found one in colour: --recolour gives it new colours\n"),
                (refused.ExitCode, refused.Error));
        Assert.Equal(["film.mkv", "report.jsonl"], folder.Names());
        Assert.Equal(0, Command.Run([.. arguments, "--recolour"]).ExitCode);
        Assert.Contains(
            "\"frames\":10", Assert.Single(File.ReadAllLines(folder["report.jsonl"])), StringComparison.Ordinal);
    }

    [Fact]
    public void Film_WhereNoMemoryMayBeLocked_IsNotCalledBroken()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script stands before ffmpeg");
        var path = Environment.GetEnvironmentVariable("PATH")!;
        File.WriteAllText(folder["ffmpeg"], $"""
            #!/bin/sh
            echo 'Warning: using insecure memory!' >&2
            PATH='{path}' exec ffmpeg "$@"

            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["ffmpeg"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var film = FilmFile.Make(folder["film.mkv"], 0.2, "-c:v", "ffv1");
        var colored = Command.RunIn(
            new Dictionary<string, string> { ["PATH"] = folder.Path + Path.PathSeparator + path },
            "film", film, "--quiet");
        Assert.Equal((0, ""), (colored.ExitCode, colored.Error));
    }

    [Fact]
    public void Film_WithSoundSubtitlesAndChapters_KeepsThemAllAndItsLuma()
    {
        var plain = FilmFile.Make(folder["plain.mkv"], 1, "-c:v", "ffv1", "-c:a", "flac");
        File.WriteAllText(folder["words.srt"], "1\n00:00:00,200 --> 00:00:00,700\nGood morning\n");
        File.WriteAllText(folder["chapters.txt"],
            ";FFMETADATA1\ntitle=A film\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=One\n");
        var film = FilmFile.Make(
            folder["film.mkv"], "-i", plain, "-i", folder["words.srt"], "-i", folder["chapters.txt"], "-map", "0:a",
            "-map", "0:v", "-map", "1",
            "-map_metadata", "2", "-metadata:s:a:0", "language=deu", "-attach", folder["words.srt"], "-metadata:s:t",
            "mimetype=text/plain", "-c", "copy");
        var colored = Color(film, "coloured.mkv", "--codec", "ffv1");

        foreach (var entries in (string[])["stream=index,codec_type,codec_name,width,height:stream_tags=language",
            "format_tags=title"])
            Assert.Equal(
                FilmFile.Probe(film, "-show_entries", entries), FilmFile.Probe(colored, "-show_entries", entries));
        Assert.Equal(FilmFile.Probe(film, "-show_chapters"), FilmFile.Probe(colored, "-show_chapters"));
        Assert.Equal(FilmFile.Times(film), FilmFile.Times(colored));
        Assert.Equal(FilmFile.Luma(film), FilmFile.Luma(colored));
        Assert.Equal(FilmFile.Sound(film), FilmFile.Sound(colored));
        Assert.Contains("Colorist", Assert.Single(FilmFile.Probe(colored, "-show_entries", "format_tags=comment")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mp4", "yuv420p", "tv", "bt709")]
    [InlineData("mp4", "yuv420p10le", "tv", "smpte170m")]
    [InlineData("mov", "yuvj422p", "pc", "bt709")]
    [InlineData("mkv", "yuv444p", "tv", "bt2020nc")]
    public void Film_OfEachDepthRangeAndMatrix_KeepsItsTagsAndEveryCodeOfLuma(
        string extension, string format, string range, string matrix)
    {
        var film = FilmFile.Make(
            folder["film." + extension], 0.4, "-c:v", "libx264", "-pix_fmt", format, "-color_range", range,
            "-colorspace", matrix,
            "-color_primaries", "bt709", "-color_trc", "bt709", "-vf", "zoompan=d=1:x=on:s=64x48,setsar=4/3");
        var colored = Color(film, "coloured.mkv", "--codec", "ffv1");
        Assert.Equal(FilmFile.Luma(film), FilmFile.Luma(colored));
        var tags = "stream=color_range,color_space,color_transfer,color_primaries,sample_aspect_ratio";
        Assert.Equal(FilmFile.Probe(film, "-select_streams", "v", "-show_entries", tags),
            FilmFile.Probe(colored, "-select_streams", "v", "-show_entries", tags));
        Assert.Equal(FilmFile.Sound(film), FilmFile.Sound(colored));
    }

    [Theory]
    [InlineData("mp4", "mp4")]
    [InlineData("mkv", "mkv")]
    [InlineData("mp4", "mkv")]
    [InlineData("ts", "mp4")]
    public void Film_OfVariableFrameRate_KeepsEachFramesTime(string extension, string result)
    {
        var plain = FilmFile.Make(folder["plain.mp4"], 1, "-c:v", "libx264");
        var film = FilmFile.Make(
            folder["film." + extension], "-i", plain, "-vf", "setpts='(N*N/30+N)/25/TB'", "-enc_time_base", "1/90000",
            "-fps_mode", "vfr", "-c:v", "libx264", "-c:a", "copy");
        var colored = Color(film, "coloured." + result);
        var (before, after) = (FilmFile.Times(film), FilmFile.Times(colored));
        Assert.InRange(after.Length, 20, 30);
        Assert.Equal(before.Length, after.Length);
        Assert.All(before.Zip(after),
            pair =>
                Assert.Equal(pair.First - before[0], pair.Second - after[0], result == "mkv" ? 2 * Millisecond : 1e-5));
        Assert.InRange(after[0], 0, 0.1); // wherever the film's clock begins
    }

    [Fact]
    public void Film_Turned_StaysTurned()
    {
        var plain = FilmFile.Make(folder["plain.mp4"], 0.4, "-c:v", "libx264");
        var film = FilmFile.Make(folder["film.mp4"], "-i", plain, "-c", "copy", "-metadata:s:v", "rotate=90");
        var colored = Color(film, "coloured.mp4");
        var rotation = FilmFile.Probe(
            film, "-select_streams", "v", "-show_entries", "stream=width,height:stream_side_data=rotation");
        Assert.Contains("90", rotation[0], StringComparison.Ordinal);
        Assert.Equal(rotation, FilmFile.Probe(
            colored, "-select_streams", "v", "-show_entries", "stream=width,height:stream_side_data=rotation"));
    }

    [Theory]
    [InlineData("avi", "mpeg4", "libmp3lame")]
    [InlineData("mpg", "mpeg2video", "mp2")]
    [InlineData("mov", "mjpeg", "pcm_s16le")]
    [InlineData("webm", "libvpx-vp9", "libopus")]
    public void Film_OfOtherFormats_IsColoredWithItsSound(string extension, string codec, string sound)
    {
        var film = FilmFile.Make(folder["film." + extension], 0.4, "-c:v", codec, "-c:a", sound, "-pix_fmt",
            codec == "mjpeg" ? "yuvj420p" : "yuv420p");
        var colored = Color(film, "coloured.mkv");
        Assert.Equal(FilmFile.Times(film).Length, FilmFile.Times(colored).Length);
        Assert.Equal(FilmFile.Sound(film), FilmFile.Sound(colored));
    }

    [Fact]
    public void Film_AnimatedGif_IsColoredAndSaysThatItsLumaIsComputed()
    {
        var film = FilmFile.Make(folder["film.gif"], 0.8, "-r", "10");
        var command = Command.Run("film", film, "-o", folder["coloured.mp4"]);
        Assert.Equal(0, command.ExitCode);
        Assert.Contains("luma is computed", command.Error, StringComparison.Ordinal);
        Assert.Equal(FilmFile.Times(film), FilmFile.Times(folder["coloured.mp4"]));
    }

    [Fact]
    public void Film_OfOddSize_IsMadeEvenOnlyWhereTheCodecNeedsIt()
    {
        var film = FilmFile.Make(folder["film.mkv"], 0.4, "-c:v", "ffv1", "-vf", "zoompan=d=1:x=on:s=81x61");
        var kept = Color(film, "kept.mkv", "--codec", "ffv1");
        Assert.Equal(FilmFile.Luma(film), FilmFile.Luma(kept));
        var even = Command.Run("film", film, "-o", folder["even.mp4"]);
        Assert.Contains("81×61 became 82×62", even.Error, StringComparison.Ordinal);
        Assert.Equal(["82,62"],
            FilmFile.Probe(folder["even.mp4"], "-select_streams", "v", "-show_entries", "stream=width,height"));
    }

    [Fact]
    public void Film_Interlaced_IsSaidAndStaysInterlaced()
    {
        var film = FilmFile.Make(
            folder["film.mpg"], 0.4, "-c:v", "mpeg2video", "-c:a", "mp2", "-flags", "+ildct+ilme", "-top", "1");
        var command = Command.Run("film", film, "-o", folder["coloured.mp4"]);
        Assert.Contains("interlaced", command.Error, StringComparison.Ordinal);
        Assert.Equal(["tt"],
            FilmFile.Probe(folder["coloured.mp4"], "-select_streams", "v", "-show_entries", "stream=field_order"));
    }

    [Fact]
    public void Film_FromTo_HasThoseFramesAndTheirSound()
    {
        var film = FilmFile.Make(folder["film.mp4"], 2, "-c:v", "libx264");
        var colored = Color(film, "coloured.mp4", "--from", "0.8", "--to", "0:01.6");
        var times = FilmFile.Times(colored);
        Assert.Equal((20, 0.0), (times.Length, times[0]));
        var sound = FilmFile.Probe(colored, "-select_streams", "a", "-show_entries", "packet=pts_time")
            .Select(double.Parse).ToArray();
        Assert.InRange(sound[0], 0, 0.05);
        Assert.InRange(sound[^1], 0.75, 0.8);
    }

    [Fact]
    public void Film_Preview_IsTwiceAsWideGreyOnTheLeft()
    {
        var film = FilmFile.Make(folder["film.mp4"], 0.4, "-c:v", "libx264");
        var preview = Color(film, "preview.mkv", "--preview", "--codec", "ffv1");
        Assert.Equal(
            ["320,120"], FilmFile.Probe(preview, "-select_streams", "v", "-show_entries", "stream=width,height"));
        var left = FilmFile.Make(folder["left.mkv"], "-i", preview, "-vf", "crop=160:120:0:0", "-c:v", "ffv1");
        Assert.Equal(FilmFile.Luma(film), FilmFile.Luma(left));
    }

    [Fact]
    public void Film_SoundThatTheContainerCannotHold_IsRefusedBeforeAnyWork()
    {
        var film = FilmFile.Make(folder["film.avi"], 0.4, "-c:v", "mpeg4", "-c:a", "pcm_s16le");
        var command = Command.Run("film", film, "-o", folder["coloured.mp4"]);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("pcm_s16le", Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(["film.avi"], folder.Names());
    }

    [Fact]
    public void Film_OutputThatExists_IsKeptUnlessOverwrite()
    {
        var film = FilmFile.Make(folder["film.mp4"], 0.2, "-c:v", "libx264");
        File.WriteAllText(folder["coloured.mp4"], "the only copy");
        var refused = Command.Run("film", film, "-o", folder["coloured.mp4"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal("the only copy", File.ReadAllText(folder["coloured.mp4"]));
        Assert.Equal(0, Command.Run("film", film, "-o", folder["coloured.mp4"], "--overwrite").ExitCode);
        Assert.Equal(FilmFile.Times(film), FilmFile.Times(folder["coloured.mp4"]));
        Assert.Equal(1, Command.Run("film", film, "-o", film, "--overwrite").ExitCode);
    }

    [Theory]
    [InlineData("nowhere.mp4")]
    [InlineData("text.mp4")]
    [InlineData("picture.mp4")]
    [InlineData("")]
    public void Film_NotAFilm_IsOneLineAndNoOutput(string name)
    {
        File.WriteAllText(folder["text.mp4"], "Dear Sir or Madam");
        FilmFile.Make(folder["picture.mp4"], "-f", "lavfi", "-i", "sine=440:d=0.2", "-c:a", "aac");
        var before = folder.Names();
        var command = Command.Run("film", folder[name], "-o", folder["out.mp4"]);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("expected", Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, folder.Names());
    }

    [Fact]
    public void Film_EncoderThatFails_GivesFfmpegsOwnWords()
    {
        var film = FilmFile.Make(folder["film.mp4"], 0.2, "-c:v", "libx264");
        var command = Command.Run("film", film, "-o", folder["coloured.mp4"], "--codec", "nosuchcodec");
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("Unknown encoder 'nosuchcodec'", command.Error, StringComparison.Ordinal);
        Assert.Equal(["film.mp4"], folder.Names());
    }

    [Fact]
    public void Film_BrokenInTheMiddle_GivesWhatCanBeReadAndSaysWhere()
    {
        var whole = FilmFile.Make(folder["whole.mkv"], 2, "-c:v", "libx264", "-g", "10");
        var bytes = File.ReadAllBytes(whole);
        new Random(1).NextBytes(bytes.AsSpan(bytes.Length / 2, 8000));
        File.WriteAllBytes(folder["broken.mkv"], bytes);
        var command = Command.Run("film", folder["broken.mkv"], "-o", folder["coloured.mkv"]);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("broken near 0:00:0", command.Error, StringComparison.Ordinal);
        Assert.InRange(FilmFile.Times(folder["coloured.mkv"]).Length, 10, 50);
    }

    [Fact]
    public void Film_MoodReferenceAndVivid_ChangeItsColorsNotItsLuma()
    {
        var film = FilmFile.Make(folder["film.mkv"], 0.3, "-c:v", "ffv1");
        string[] options = ["--codec", "ffv1", "--model", "resnet18"]; // moods come with that
        var plain = Color(film, "plain.mkv", options);
        var coffee = Repository.Path("samples", "coffee.png");
        foreach (var (name, look) in new (string, string[])[] { ("mood", ["--mood", "sunset", "--vivid"]),
            ("reference", ["--reference", coffee]) })
        {
            var other = Color(film, name + ".mkv", [.. options, .. look]);
            Assert.Equal(FilmFile.Luma(plain), FilmFile.Luma(other));
            Assert.NotEqual(FilmFile.Checksums(plain), FilmFile.Checksums(other));
        }

        var refused = Command.Run("film", film, "-o", folder["no.mkv"], "--mood", "dusk", "--model", "resnet18");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("noon, sunset", Assert.Single(refused.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private string Color(string film, string name, params string[] options)
    {
        var command = Command.Run(["film", film, "-o", folder[name], .. options]);
        Assert.True(command.ExitCode == 0, command.Error);
        return folder[name];
    }
}
