namespace Colorist.Hostile;

/// <summary>Streams of pictures, as an unfinished film keeps them.</summary>
internal sealed class NutKind : IKind
{
    private readonly Lazy<byte[]> whole = new(() =>
    {
        using var file = new MemoryStream();
        var writer = new NutWriter(file, new NutStream
        {
            TimeBase = new Fraction(1001, 30000),
            FourCc = "FFV1"u8.ToArray(),
            Width = 64,
            Height = 48,
            PixelAspect = new Fraction(1, 1),
            CodecData = [1, 2, 3],
            DecodeDelay = 2,
        });
        for (var i = 0; i < 12; i++) writer.Write(new NutPacket(i * 1001, i % 4 == 0, new byte[i * 200]));
        return file.ToArray();
    });

    public string Name => "nut";

    public int Share => 40;

    public void Run(Random random, string folder)
    {
        try
        {
            var reader = new NutReader(new MemoryStream(Mutation.Bytes(whole.Value, random)));
            while (reader.Read() is not null) ;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            // what its callers make of the two that it names
            throw new FilmException("stream.nut", "a whole stream", exception.Message.ReplaceLineEndings(" "));
        }
    }
}
