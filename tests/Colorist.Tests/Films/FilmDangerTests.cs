using System.Diagnostics;

namespace Colorist.Tests;

/// <summary>
/// Films that open other files, decoders that are killed, unfinished runs that are damaged or used twice.
/// </summary>
public sealed class FilmDangerTests : IDisposable
{
    private static readonly FilmOptions Resume = new() { Resume = true };

    private readonly TemporaryFolder folder = new();

    private string Output => folder["coloured.mkv"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{0}\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile other.ts\n")]
    [InlineData(
        "<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"><Period><AdaptationSet><Representation id=\"0\"><BaseURL>{0}</BaseURL></Representation></AdaptationSet></Period></MPD>")]
    public void Open_AListOfOtherFilesUnderAFilmsName_IsRefusedInOneLine(string text)
    {
        FilmFile.Make(folder["other.ts"], 0.4, "-c:v", "mpeg2video", "-c:a", "mp2");
        File.WriteAllText(folder["film.mp4"],
            string.Format(System.Globalization.CultureInfo.InvariantCulture, text, "file://" + folder["other.ts"]));
        var refused = Assert.Throws<FilmException>(() => Film.Open(folder["film.mp4"]));
        Assert.Contains("film.mp4", refused.Path, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void Open_NumberedPictures_ReadsNoneOfThem()
    {
        foreach (var name in new[] { "a1.png", "a2.png", "a%d.png" })
            File.Copy(Repository.Path("samples", "coffee.png"), folder[name]);
        Assert.Throws<FilmException>(() => Film.Open(folder["a%d.png"]));
    }

    [Fact]
    public void Open_APlaylistThatSaysSo_ReadsItsPartsButNothingFromANetwork()
    {
        FilmFile.Make(folder["part.ts"], 0.4, "-c:v", "mpeg2video", "-c:a", "mp2");
        const string Begin = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:0.4,\n", End = "\n#EXT-X-ENDLIST\n";
        File.WriteAllText(folder["list.m3u8"], Begin + "part.ts" + End);
        Assert.Equal(160, Film.Open(folder["list.m3u8"]).Width);
        File.WriteAllText(folder["net.m3u8"], Begin + "http://127.0.0.1:9/part.ts" + End);
        Assert.Throws<FilmException>(() => Film.Open(folder["net.m3u8"]));
    }

    [Theory]
    [InlineData("x.m3u8", "one file")]
    [InlineData("x.mpd", "one file")]
    [InlineData("x.gif", "pictures")]
    [InlineData("x.png", "pictures")]
    [InlineData("x", "extension")]
    public void Container_OfSeveralFilesOrPictures_IsRefused(string name, string expected) =>
        Assert.Contains(
            expected, Assert.Throws<FilmException>(() => FilmContainer.Check(name)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public void Decoder_ThatIsKilled_IsNoEndOfTheFilm(string signal)
    {
        var film = Film.Open(FilmFile.Make(folder["film.mkv"], 12, "-c:v", "ffv1"));
        var frames = new FilmDecoder(film, default, new FrameMemory(), (32, 32)).Read().GetEnumerator();
        for (var i = 0; i < 20; i++) Assert.True(frames.MoveNext());
        foreach (var process in Process.GetProcessesByName("ffmpeg").Where(process => IsOf(process, film.Path)))
            Process.Start("kill", ["-" + signal, $"{process.Id}"]).WaitForExit();
        var failure = Assert.Throws<FilmException>(() =>
        {
            while (frames.MoveNext()) continue;
        });
        Assert.Equal(nameof(FilmOptions.Resume), Assert.IsType<FilmException>(failure).Option);
    }

    [Fact]
    public void Colorize_AnotherFilmOfTheSameSizeAndTimeInItsPlace_IsRefusedAtItsEnd()
    {
        var film = FilmFile.Make(folder["film.nut"], 0.4, "-c:v", "rawvideo");
        var other =
            FilmFile.Make(folder["other.nut"], 0.4, "-c:v", "rawvideo", "-vf", "scale=160:120,negate,format=yuv420p");
        File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(film));
        Assert.Equal(new FileInfo(film).Length, new FileInfo(other).Length);
        var opened = Film.Open(film);
        File.Move(other, film, overwrite: true);
        using var colorizer = Colorizer.Load(Repository.Path("models", "iizuka-half"));
        var refused =
            Assert.Throws<FilmException>(() => new FilmColorizer(colorizer)
                .Colorize(opened, Output, new FilmOptions { RenderSide = 32, Preset = "ultrafast" }));
        Assert.Contains("stays as it is", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Output));
    }

    [Fact]
    public void Journal_OfARunThatLives_IsRefusedToAnother()
    {
        using (FilmJournal.Open(Output, "film", new FilmOptions()))
        {
            foreach (var options in new FilmOptions[] { new(), Resume, new() { Overwrite = true } })
                Assert.Contains("no other run",
                    Assert.Throws<FilmException>(() => FilmJournal.Open(Output, "film", options)).Message,
                    StringComparison.Ordinal);
        }

        using var next = FilmJournal.Open(Output, "film", Resume);
        Assert.Empty(next.Segments);
    }

    [Theory]
    [InlineData("\0\0\0\0\n\0\0")]
    [InlineData("null\n")]
    [InlineData("{\"File\":\"00001-x.nut\",\"Ti")]
    [InlineData("{}\n")]
    public void Journal_WhoseListEndsInRubbish_GoesOnBehindWhatIsWhole(string rubbish)
    {
        string list, complete;
        using (var journal = FilmJournal.Open(Output, "film", new FilmOptions()))
        {
            AddPart(journal);
            journal.Complete([]);
            (list, complete) =
                (Path.Combine(journal.Folder, "segments.jsonl"), Path.Combine(journal.Folder, "complete"));
        }

        File.AppendAllText(list, rubbish);
        using (var journal = FilmJournal.Open(Output, "film", Resume))
        {
            Assert.Equal((3, 1, false), (journal.Frames, journal.Start, journal.IsComplete));
            journal.Complete([]);
        }

        File.WriteAllText(complete, "");
        using var again = FilmJournal.Open(Output, "film", Resume);
        Assert.Equal((3, false), (again.Frames, again.IsComplete));
    }

    [Theory]
    [InlineData("not there", -1)]
    [InlineData("cut off", 0)]
    [InlineData("cut off", 30)]
    [InlineData("damaged header", 40)]
    public void Journal_WithADamagedPart_NamesItAndTheWayOut(string expected, int at)
    {
        string part;
        using (var journal = FilmJournal.Open(Output, "film", new FilmOptions())) part = AddPart(journal);
        var bytes = File.ReadAllBytes(part);
        if (at < 0) File.Delete(part);
        else if (at < 40) File.WriteAllBytes(part, bytes[..at]);
        else
        {
            bytes[at] ^= 1;
            File.WriteAllBytes(part, bytes);
        }

        var refused = Assert.Throws<FilmException>(() => FilmJournal.Open(Output, "film", Resume));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Equal(nameof(FilmOptions.Overwrite), Assert.IsType<FilmException>(refused).Option);
    }

    [Fact]
    public void NutReader_OfAnyDamage_SaysWhatItsDocumentationNames()
    {
        using var whole = new MemoryStream();
        WritePart(whole);
        var random = new Random(1);
        for (var trial = 0; trial < 20000; trial++)
        {
            var bytes = whole.ToArray()[..(trial % 4 == 0 ? random.Next((int)whole.Length) : (int)whole.Length)];
            for (var change = 0; change < trial % 5 && bytes.Length > 0; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                var reader = new NutReader(new MemoryStream(bytes), length => new byte[Math.Min(length, 1 << 16)]);
                while (reader.Read() is not null) continue;
            }
            catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
            {
                // What is wanted.
            }
        }
    }

    private static string AddPart(FilmJournal journal)
    {
        var path = Path.Combine(journal.Folder, "00000-a.nut");
        using (var file = File.Create(path)) WritePart(file);
        journal.Add(new Segment("00000-a.nut", [0, 1, 2], 1));
        return path;
    }

    private static void WritePart(Stream target)
    {
        var writer = new NutWriter(target, new NutStream
        {
            TimeBase = new Fraction(1, 25),
            FourCc = "FFV1"u8.ToArray(),
            Width = 8,
            Height = 8,
            CodecData = new byte[20]
        });
        for (var i = 0; i < 3; i++) writer.Write(new NutPacket(i, true, new byte[30]));
    }

    private static bool IsOf(Process process, string film)
    {
        var line = $"/proc/{process.Id}/cmdline";
        return File.Exists(line) && File.ReadAllText(line).Contains(film, StringComparison.Ordinal);
    }
}
