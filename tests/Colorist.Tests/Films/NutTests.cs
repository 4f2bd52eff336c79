namespace Colorist.Tests;

public sealed class NutTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reader_OfWhatTheWriterWrote_GivesTheSameFrames()
    {
        var stream = new NutStream
        {
            TimeBase = new Fraction(1001, 30000),
            FourCc = "FFV1"u8.ToArray(),
            Width = 720,
            Height = 480,
            PixelAspect = new Fraction(8, 9),
            CodecData = [1, 2, 3],
            DecodeDelay = 2,
        };
        var random = new Random(5);
        var packets = Enumerable.Range(0, 50).Select(i =>
        {
            var data = new byte[random.Next(200_000)];
            random.NextBytes(data);
            return new NutPacket(i * 1_000_003L + random.Next(1000), i % 7 == 0, data);
        }).ToList();
        using var file = new MemoryStream();
        var writer = new NutWriter(file, stream);
        packets.ForEach(writer.Write);
        file.Position = 0;

        var reader = new NutReader(file);
        Assert.Equivalent(stream, reader.Stream);
        foreach (var packet in packets)
        {
            var read = reader.Read()!.Value;
            Assert.Equal((packet.Time, packet.IsKey), (read.Time, read.IsKey));
            Assert.Equal(packet.Data, read.Data);
        }

        Assert.Null(reader.Read());
    }

    [Fact]
    public void Reader_OfFfmpegsFile_GivesEveryFrameWithItsTime()
    {
        var path = FilmFile.Make(folder["film.nut"], 1, "-an", "-c:v", "libx264", "-bf", "2");
        using var file = File.OpenRead(path);
        var reader = new NutReader(file);
        var times = new List<double>();
        while (reader.Read() is { } packet) times.Add(packet.Time * reader.Stream.TimeBase.Value);
        Assert.Equal((160, 120), (reader.Stream.Width, reader.Stream.Height));
        times.Sort();
        Assert.Equal(FilmFile.Times(path), times.Select(time => Math.Round(time, 6)));
    }

    [Fact]
    public void Reader_OfAFileThatIsCutShort_EndsAtTheLastWholeFrame()
    {
        var path = FilmFile.Make(folder["film.nut"], 1, "-an", "-c:v", "ffv1");
        var bytes = File.ReadAllBytes(path);
        var reader = new NutReader(new MemoryStream(bytes[..(bytes.Length / 2)]));
        var count = 0;
        while (reader.Read() is not null) count++;
        Assert.InRange(count, 8, 16);
        Assert.Throws<EndOfStreamException>(() => new NutReader(new MemoryStream(bytes[..40])));
        Assert.Throws<InvalidDataException>(() => new NutReader(new MemoryStream(new byte[1000])));
    }
}
