namespace Colorist;

/// <summary>
/// Reads a NUT file or pipe with one video stream. NUT because it is the one container that ffmpeg writes to a pipe
/// with raw pictures and their exact times; raw video alone forgets the times, Matroska rounds them to milliseconds.
/// </summary>
internal sealed class NutReader
{
    private const int MaxHeaderBytes = 1 << 24;
    private const int MaxFrameBytes = 1 << 30;
    private const int MaxTimeBits = 16;

    private readonly Stream source;
    private readonly Func<int, byte[]> memory;
    private readonly NutFrameCode[] codes = new NutFrameCode[256];
    private readonly List<byte[]> headers = [[]];
    private readonly List<Fraction> timeBases = [];
    private int timeBits;
    private long lastTime;

    /// <param name="source">Read as far as the first frame; not disposed.</param>
    /// <param name="memory">Gives the arrays for frames of a length; null for new ones.</param>
    /// <exception cref="EndOfStreamException">The stream ends before its header does.</exception>
    /// <exception cref="InvalidDataException">It is no NUT file with one video stream.</exception>
    public NutReader(Stream source, Func<int, byte[]>? memory = null)
    {
        this.source = source;
        this.memory = memory ?? (length => new byte[length]);
        var id = new byte[NutCodes.FileId.Length];
        source.ReadExactly(id);
        if (!id.AsSpan().SequenceEqual(NutCodes.FileId)) throw new InvalidDataException("no NUT file");
        NutStream? stream = null;
        while (stream is null)
        {
            if (source.ReadByte() != 'N') throw new InvalidDataException("a frame before the header");
            stream = ReadPacket();
        }
        Stream = stream;
    }

    /// <summary>The only stream.</summary>
    public NutStream Stream { get; }

    /// <summary>Reads the next frame.</summary>
    /// <returns>Null at the end; a frame that is cut short counts as the end.</returns>
    /// <exception cref="InvalidDataException">The stream is damaged.</exception>
    public NutPacket? Read()
    {
        try
        {
            while (true)
            {
                var code = source.ReadByte();
                if (code < 0) return null;
                if (code != 'N') return ReadFrame(codes[code]);
                ReadPacket();
            }
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private NutPacket ReadFrame(NutFrameCode code)
    {
        var flags = code.Flags;
        if ((flags & NutCodes.HasFlags) != 0) flags ^= ReadNumber();
        if ((flags & (NutCodes.Invalid | NutCodes.HasSideData)) != 0)
            throw new InvalidDataException("an unknown kind of frame");
        if ((flags & NutCodes.HasStream) != 0 && ReadNumber() != 0) throw new InvalidDataException("a second stream");
        lastTime = (flags & NutCodes.HasTime) != 0 ? Time(ReadNumber()) : lastTime + code.TimeStep;
        var size = code.SizeRest + ((flags & NutCodes.HasSize) != 0 ? ReadNumber() * code.SizeFactor : 0);
        if ((flags & NutCodes.HasMatchTime) != 0) ReadNumber();
        var header = Item(headers, (flags & NutCodes.HasHeader) != 0 ? ReadNumber() : code.Header);
        for (var i = (flags & NutCodes.HasReserved) != 0 ? ReadNumber() : code.Reserved; i > 0; i--) ReadNumber();
        if ((flags & NutCodes.HasChecksum) != 0) ReadBytes(4);
        if (size < header.Length || size > MaxFrameBytes) throw new InvalidDataException($"a frame of {size} bytes");
        var data = memory((int)size);
        header.CopyTo(data, 0);
        source.ReadExactly(data.AsSpan(header.Length));
        return new NutPacket(lastTime, (flags & NutCodes.Key) != 0, data);
    }

    /// <summary>A time is coded in full, or by its last bits.</summary>
    private long Time(long coded)
    {
        var (full, mask) = (1L << timeBits, (1L << timeBits) - 1);
        if (coded >= full) return coded - full;
        var least = lastTime - mask / 2;
        return (coded - least & mask) + least;
    }

    private NutStream? ReadPacket()
    {
        var start = ReadBytes(7);
        var kind = start.Aggregate((ulong)'N', (sum, value) => sum << 8 | value);
        var length = ReadNumber();
        if (length > 4096) ReadBytes(4);
        if (length is < 0 or > MaxHeaderBytes) throw new InvalidDataException($"a header of {length} bytes");
        var payload = ReadBytes((int)length);
        if (length >= 4 && NutCodes.Crc(payload) != 0) throw new InvalidDataException("a damaged header");
        var bytes = new NutBytes(payload);
        switch (kind)
        {
            case NutCodes.Main:
                ReadMain(ref bytes);
                return null;
            case NutCodes.Stream:
                return ReadStream(ref bytes);
            case NutCodes.Syncpoint:
                var time = bytes.Number();
                // one stream, so that its time base is the only one in use
                lastTime = time / Math.Max(1, timeBases.Count);
                return null;
            default:
                return null;
        }
    }

    private void ReadMain(ref NutBytes bytes)
    {
        bytes.Number(); // version
        if (bytes.Number() != 1) throw new InvalidDataException("several streams");
        bytes.Number(); // distance of syncpoints
        timeBases.Clear();
        for (var count = bytes.Number(); count > 0; count--)
            timeBases.Add(new Fraction(bytes.Number(), bytes.Number()));
        ReadCodes(ref bytes);
        headers.RemoveRange(1, headers.Count - 1);
        for (var count = bytes.Number(); count > 0; count--) headers.Add(bytes.Bytes());
    }

    private void ReadCodes(ref NutBytes bytes)
    {
        long step = 0, factor = 1, header = 0;
        for (var i = 0; i < codes.Length;)
        {
            long flags = bytes.Number(), fields = bytes.Number();
            if (fields > 0) step = bytes.SignedNumber();
            if (fields > 1) factor = bytes.Number();
            if (fields > 2) bytes.Number(); // stream
            var rest = fields > 3 ? bytes.Number() : 0;
            var reserved = fields > 4 ? bytes.Number() : 0;
            var count = fields > 5 ? bytes.Number() : factor - rest;
            if (fields > 6) bytes.SignedNumber(); // match time
            if (fields > 7) header = bytes.Number();
            for (var more = fields; more > 8; more--) bytes.Number();
            for (var j = 0; j < count && i < codes.Length; i++)
                codes[i] = i == 'N'
                    ? new NutFrameCode(NutCodes.Invalid, 0, 0, 0, 0, 0)
                    : new NutFrameCode(
                        flags, factor, rest + j++, step, reserved, (int)Math.Clamp(header, -1, int.MaxValue));
        }
    }

    private NutStream ReadStream(ref NutBytes bytes)
    {
        bytes.Number(); // number of the stream
        if (bytes.Number() != 0) throw new InvalidDataException("no video");
        var fourCc = bytes.Bytes();
        var timeBase = Item(timeBases, bytes.Number());
        if (!timeBase.IsKnown) throw new InvalidDataException("no time base");
        timeBits = (int)bytes.Number();
        if (timeBits is < 0 or > MaxTimeBits) throw new InvalidDataException($"times of {timeBits} bits");
        bytes.Number(); // largest step of time without a checksum
        var delay = bytes.Number();
        bytes.Number(); // flags
        var data = bytes.Bytes();
        return new NutStream
        {
            FourCc = fourCc,
            TimeBase = timeBase,
            DecodeDelay = delay,
            CodecData = data,
            Width = (int)bytes.Number(),
            Height = (int)bytes.Number(),
            PixelAspect = new Fraction(bytes.Number(), bytes.Number()),
        };
    }

    private static T Item<T>(List<T> items, long index) =>
        index >= 0 && index < items.Count
            ? items[(int)index]
            : throw new InvalidDataException($"number {index} of {items.Count}");

    private long ReadNumber()
    {
        long value = 0;
        while (true)
        {
            var next = source.ReadByte();
            if (next < 0) throw new EndOfStreamException();
            value = value << 7 | (long)(next & 127);
            if (next < 128) return value;
        }
    }

    private byte[] ReadBytes(int count)
    {
        var bytes = new byte[count];
        source.ReadExactly(bytes);
        return bytes;
    }
}
