namespace Colorist.Tests;

/// <summary>What films say and carry besides pictures and sound.</summary>
public sealed class FilmKeptTests(SmallFilms films) : IClassFixture<SmallFilms>
{
    [Theory]
    [InlineData("mov", "mov")]
    [InlineData("mp4", "mp4")]
    [InlineData("mov", "mkv")]
    public void Film_OfAPhone_KeepsItsKeysItsTrackOfDataAndItsTurnOrNamesThem(string from, string to)
    {
        string[] keys = ["com.apple.quicktime.location.ISO6709=+50.1+014.4/", "com.android.version=14", "reel=Reel 7",
            "title=A film", "creation_time=1998-06-01T08:00:00Z"];
        var plain = films.Make("plain.mp4", "-t", "0.2", "-c:v", "libx264", "-an");
        File.WriteAllBytes(films["bytes"], new byte[400]);
        var film = FilmFile.Make(
            films["phone.mov"],
            ["-i", plain, "-f", "data", "-i", films["bytes"], "-map", "0", "-map", "1", "-c", "copy", "-tag:1", "gpmd",
                "-metadata:s:v", "rotate=90",
            "-movflags", "use_metadata_tags", .. keys.SelectMany(key => (string[])["-metadata", key])]);
        if (from != "mov")
            film = FilmFile.Make(films["phone." + from], "-i", film, "-map", "0", "-c", "copy", "-map_metadata", "0",
                "-movflags", "use_metadata_tags");
        var notes = films.Color(film, "phone-out." + to).Notes;
        var colored = Film.Open(films["phone-out." + to]);
        var tags = colored.Probe.Format.Tags.ToDictionary(tag => tag.Key.ToLowerInvariant(), tag => tag.Value);
        foreach (var key in keys.Select(key => key.Split('=')))
            Assert.StartsWith(key[1].TrimEnd('Z'), tags[key[0].ToLowerInvariant()], StringComparison.Ordinal);
        if (to == "mkv")
            Assert.Collection(notes, note => Assert.Contains("gpmd): left out", note, StringComparison.Ordinal),
                note => Assert.Contains("rotation is lost", note, StringComparison.Ordinal));
        else
        {
            Assert.Empty(notes);
            Assert.Equal(
                (90, 1), (colored.Rotation, colored.Probe.Streams.Count(stream => stream.CodecTagString == "gpmd")));
            Assert.NotEqual("", tags["major_brand"]);
        }
    }

    [Fact]
    public void Film_MirroredByItsFile_IsNotTakenForATurnedOne()
    {
        var plain = films.Make("plain.mp4", "-t", "0.2", "-c:v", "libx264", "-an");
        var bytes = File.ReadAllBytes(plain);
        var matrix = bytes.AsSpan(bytes.AsSpan().IndexOf("tkhd"u8) + 44); // ISO/IEC 14496-12, 8.3.2
        Assert.Equal([0, 1, 0, 0], matrix[..4].ToArray());
        new byte[] { 0xFF, 0xFF, 0, 0 }.CopyTo(matrix); // -1 in 16.16
        File.WriteAllBytes(films["mirrored.mp4"], bytes);
        var film = Film.Open(films["mirrored.mp4"]);
        Assert.Null(film.Rotation);
        Assert.Contains(film.Remarks(), remark => remark.Contains("mirror", StringComparison.Ordinal));
    }

    [Fact]
    public void Film_WithACover_HasItAsAnAttachmentInMatroska()
    {
        var cover =
            FilmFile.Make(films["cover.jpg"], "-i", Repository.Path("samples", "coffee.png"), "-vf", "scale=32:-1");
        var film = films.Make("cover.mp4", "-i", cover, "-map", "0", "-map", "2", "-t", "0.2", "-c:v:0", "libx264",
            "-c:v:1", "copy", "-disposition:v:1", "attached_pic");
        foreach (var name in new[] { "cover-out.mkv", "cover-out.mp4" })
        {
            Assert.Empty(films.Color(film, name).Notes);
            Assert.Equal(["h264,0", "mjpeg,1"],
                FilmFile.Probe(films[name], "-show_entries", "stream=codec_name:stream_disposition=attached_pic"));
        }

        Assert.True(File.ReadAllBytes(films["cover-out.mkv"]).AsSpan().IndexOf("image/jpeg"u8) > 0);
        Assert.Contains(films.Color(films["cover-out.mkv"], "cover-out.avi").Notes,
            note => note.Contains("cover, mjpeg): left out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dv", "dvvideo", "bff", false)]
    [InlineData("avi", "mpeg4", "tff", true)]
    [InlineData("mp4", "libx264", "bff", false)]
    [InlineData("avi", "mjpeg", "prog", null)]
    public void Film_WhoseFramesSayTheirFields_IsKnownByThem(
        string extension, string codec, string mode, bool? isTopFirst)
    {
        var film = films.Make(
            $"{codec}-{mode}.{extension}",
            ["-t", "0.2", "-r", "25", "-vf", $"scale=720:576,setfield={mode}", "-pix_fmt", codec == "mjpeg"
                ? "yuvj420p"
                : "yuv420p", "-c:v", codec, "-an",
            .. mode == "prog" ? Array.Empty<string>() : ["-flags", "+ildct+ilme"]]);
        Assert.Equal(isTopFirst, Film.Open(film).IsTopFieldFirst);
    }

    [Theory]
    [InlineData("libx264")]
    [InlineData("ffv1")]
    public void Film_BottomFieldFirst_StaysSo(string codec)
    {
        var film = films.Make(
            "fields.avi", "-t", "0.2", "-vf", "setfield=bff", "-c:v", "mpeg4", "-an", "-flags", "+ildct+ilme");
        Assert.Empty(films.Color(film, $"{codec}.mkv", new FilmOptions { Codec = codec }).Notes);
        Assert.False(Film.Open(films[$"{codec}.mkv"]).IsTopFieldFirst);
        if (codec == "libx264")
            Assert.Equal(["bb"], FilmFile.Probe(films[$"{codec}.mkv"], "-show_entries", "stream=field_order"));
    }

    [Theory]
    [InlineData("rgb48be", 16, false)]
    [InlineData("bgr48le", 16, false)]
    [InlineData("rgba64le", 16, false)]
    [InlineData("bgra64be", 16, false)]
    [InlineData("gbrp12le", 12, false)]
    [InlineData("gbrapf32le", 32, false)]
    [InlineData("grayf32le", 32, false)]
    [InlineData("x2rgb10le", 10, false)]
    [InlineData("rgb565le", 8, false)]
    [InlineData("bgr0", 8, false)]
    [InlineData("pal8", 8, false)]
    [InlineData("monob", 8, false)]
    [InlineData("xyz12le", 12, false)]
    [InlineData("ayuv64le", 16, true)]
    [InlineData("p010le", 10, true)]
    [InlineData("p210le", 10, true)]
    [InlineData("p416be", 16, true)]
    [InlineData("y210le", 10, true)]
    [InlineData("nv12", 8, true)]
    [InlineData("nv20le", 10, true)]
    [InlineData("uyvy422", 8, true)]
    [InlineData("yuv420p9be", 9, true)]
    [InlineData("yuva444p16le", 16, true)]
    [InlineData("gray", 8, true)]
    [InlineData("gray12le", 12, true)]
    [InlineData("ya16be", 16, true)]
    public void PixelFormat_OfEachKind_HasItsBitsAndLuma(string name, int bits, bool hasLuma)
    {
        var format = PixelFormat.Named(name);
        Assert.Equal((hasLuma, bits > 8), (format.HasLuma, format.Bits > 8));
        if (bits > 8) Assert.Equal(bits, format.Bits);
    }

    [Fact]
    public void Film_OfDeepColors_Has10BitsAndSaysSo()
    {
        var film = films.Make("deep.mov", "-t", "0.1", "-c:v", "png", "-pix_fmt", "rgba64be", "-an");
        var remarks = Film.Open(film).Remarks();
        Assert.Contains(
            remarks, remark => remark.Contains("16 bits: their luma is rounded to 10", StringComparison.Ordinal));
        Assert.Contains(remarks, remark => remark.Contains("opacity", StringComparison.Ordinal));
        films.Color(film, "deep.mkv");
        Assert.Equal(["yuv420p10le"], FilmFile.Probe(films["deep.mkv"], "-show_entries", "stream=pix_fmt"));
    }

    [Fact]
    public void Film_WithPackedLuma_KeepsEveryCode()
    {
        var film = films.Make("packed.nut", "-t", "0.1", "-c:v", "rawvideo", "-pix_fmt", "uyvy422", "-an");
        films.Color(film, "packed.mkv", new FilmOptions { Codec = "ffv1" });
        Assert.Equal(
            FilmFile.Checksums(film, "-vf", "format=yuv422p,extractplanes=y"), FilmFile.Luma(films["packed.mkv"]));
    }

    [Fact]
    public void Film_WithTheLongestName_IsColored()
    {
        var film = films.Make("plain.mp4", "-t", "0.2", "-c:v", "libx264", "-an");
        var name = new string('字', 83) + "nn.mp4"; // 255 bytes
        Assert.Equal(5, films.Color(film, name).Frames);
        Assert.True(File.Exists(films[name]));
        var refused = Assert.Throws<FilmException>(() => films.Color(film, "n" + name));
        Assert.Contains("one of 256", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.GetDirectoryName(film)!));
    }
}
