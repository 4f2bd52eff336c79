using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Colorist;

/// <summary>
/// What the chunks of a PNG file say, before the pixels and after (PNG, third edition; "Raw profile type" as
/// ImageMagick writes it).
/// </summary>
internal static class PngChunks
{
    public const string Xmp = "XML:com.adobe.xmp";
    public const string RawProfile = "Raw profile type ";
    private const int MaxBytes = 64 << 20; // of a chunk, or of what it unpacks to

    /// <returns>
    /// What it says, the gamma of its pixels if nothing better says what they mean, and how its EXIF data say they lie.
    /// </returns>
    public static (PhotoMetadata Told, double? Gamma, int Turn) Read(Stream stream)
    {
        var chunks = Chunks(stream).ToList();
        byte[]? First(string type) => chunks.FirstOrDefault(chunk => chunk.Type == type).Bytes;
        var texts = chunks.Select(Text).OfType<PictureText>().ToList();
        byte[]? Raw(string name) =>
            texts.FirstOrDefault(text => text.Key == RawProfile + name) is { } text ? Unhex(text.Text) : null;
        var exif = MetadataReader.Exif(First("eXIf") ?? Raw("exif") ?? Raw("APP1"));
        var blocks = MetadataReader.FromBlocks(exif, Raw("8bim") ?? Raw("iptc") ?? []);
        return (blocks with
        {
            Xmp = texts.FirstOrDefault(text => text.Key == Xmp) is { } xmp
                ? Encoding.UTF8.GetBytes(xmp.Text)
                : Raw("xmp"),
            Iptc = blocks.Iptc ?? (Raw("iptc") is [0x1C, ..] and var records ? records : null),
            Texts = [
                .. texts.Where(text => text.Key != Xmp && !text.Key.StartsWith(RawProfile, StringComparison.Ordinal))],
            Resolution = Density(First("pHYs")),
        },
        First("iCCP") is null && First("sRGB") is null && First("cICP") is null && First("gAMA") is { Length: 4 } gamma
            ? BinaryPrimitives.ReadUInt32BigEndian(gamma) / 100_000.0
            : null,
            First("eXIf") is null ? 1 : (int)(exif?.Pages.FirstOrDefault()?[TiffId.Orientation]?.Number() ?? 1));
    }

    private static IEnumerable<(string Type, byte[] Bytes)> Chunks(Stream stream)
    {
        stream.Position = 8;
        var head = new byte[8];
        while (stream.ReadAtLeast(head, 8, throwOnEndOfStream: false) == 8)
        {
            var (length, type) = (BinaryPrimitives.ReadUInt32BigEndian(head), Encoding.ASCII.GetString(head, 4, 4));
            if (length > stream.Length - stream.Position) yield break;
            if (type is "eXIf" or "tEXt" or "zTXt" or "iTXt" or "pHYs" or "gAMA" or "sRGB" or "iCCP" or "cICP"
                && length <= MaxBytes)
            {
                var bytes = new byte[length];
                stream.ReadExactly(bytes);
                yield return (type, bytes);
                stream.Position += 4; // its checksum
            }
            else
                stream.Position += length + 4;
        }
    }

    private static PictureText? Text((string Type, byte[] Bytes) chunk)
    {
        if (chunk.Type is not ("tEXt" or "zTXt" or "iTXt")) return null;
        var end = Array.IndexOf(chunk.Bytes, (byte)0);
        if (end < 1) return null;
        var (key, rest) = (Encoding.Latin1.GetString(chunk.Bytes, 0, end), chunk.Bytes[(end + 1)..]);
        return chunk.Type switch
        {
            "tEXt" => new PictureText(key, Encoding.Latin1.GetString(rest)),
            "zTXt" => rest.Length > 1 && Unpack(rest[1..]) is { } packed
                ? new PictureText(key, Encoding.Latin1.GetString(packed))
                : null,
            _ => International(key, rest),
        };
    }

    /// <summary>Whether it is packed, how, the language, the key in that language, the text.</summary>
    private static PictureText? International(string key, byte[] rest)
    {
        if (rest.Length < 4) return null;
        var language = Array.IndexOf(rest, (byte)0, 2);
        var translated = language < 0 ? -1 : Array.IndexOf(rest, (byte)0, language + 1);
        if (translated < 0) return null;
        var text = rest[0] == 1 ? Unpack(rest[(translated + 1)..]) : rest[(translated + 1)..];
        return text is null ? null : new PictureText(key, Encoding.UTF8.GetString(text));
    }

    private static byte[]? Unpack(byte[] packed)
    {
        try
        {
            using var inflate = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = inflate.Read(buffer)) > 0 && bytes.Length <= MaxBytes;) bytes.Write(buffer, 0, read);
            return bytes.Length > MaxBytes ? null : bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>A name, a length and hexadecimal digits, each on lines of their own.</summary>
    private static byte[]? Unhex(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var digits = string.Concat(lines.Skip(2));
        return digits.Length > 0 && digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(digits)
            : null;
    }

    public static string Hex(string name, byte[] bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"\n{name}\n{bytes.Length,8}\n")
        + string.Concat(Convert.ToHexStringLower(bytes).Chunk(72).Select(line => new string(line) + "\n"));

    private static Resolution? Density(byte[]? physical)
    {
        if (physical is not { Length: 9 }) return null;
        var (x, y) =
            (BinaryPrimitives.ReadUInt32BigEndian(physical), BinaryPrimitives.ReadUInt32BigEndian(physical.AsSpan(4)));
        if (x == 0 || y == 0 || (physical[8] == 0 && x == 1 && y == 1)) return null;
        if (physical[8] == 0) return new Resolution(x, y, Resolution.NoUnit);
        double PerInch(double perMetre) => Math.Round(perMetre * 0.0254, 2); // 11811 a metre are 300 an inch
        return new Resolution(PerInch(x), PerInch(y), Resolution.Inch);
    }
}
