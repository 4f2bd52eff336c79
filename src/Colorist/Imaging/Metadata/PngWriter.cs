using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace Colorist;

/// <summary>PNG: 8 or 16 bits; chunks for EXIF, XMP, IPTC, texts and resolution.</summary>
internal static class PngWriter
{
    // harder packing is up to twice the work, for a tenth of the size at most (docs/record/experiments.md)
    private const int QuickPacking = 2;
    private const int StartLength = 8 + 8 + 13 + 4; // signature and IHDR

    public static void Save(Image image, PhotoMetadata told, string path) => HeadRewriter.Save(
        path,
        start => Pixels(start) is { } pixels and > 0
            ? [.. start[..StartLength], .. Kept(start.AsSpan(0, pixels)), .. Chunks(told), .. start[pixels..]]
            : null,
        // Differences of neighbours pack better than the pixels themselves.
        target => image.PngsaveTarget(
            target, compression: QuickPacking, filter: Enums.ForeignPngFilter.Sub, keep: Enums.ForeignKeep.Icc));

    /// <returns>Where the first chunk of pixels begins; null as long as it did not come.</returns>
    private static int? Pixels(ReadOnlySpan<byte> start)
    {
        for (var at = 8; at + 8 <= start.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(start[at..]))
            if (start.Slice(at + 4, 4).SequenceEqual("IDAT"u8)) return at;
        return null;
    }

    /// <summary>The chunks that libvips writes before the pixels, without its guess at a resolution.</summary>
    private static byte[] Kept(ReadOnlySpan<byte> start)
    {
        using var kept = new MemoryStream();
        for (var at = StartLength; at < start.Length;)
        {
            var length = 12 + BinaryPrimitives.ReadInt32BigEndian(start[at..]);
            if (!start.Slice(at + 4, 4).SequenceEqual("pHYs"u8)) kept.Write(start.Slice(at, length));
            at += length;
        }

        return kept.ToArray();
    }

    private static byte[] Chunks(PhotoMetadata told)
    {
        using var chunks = new MemoryStream();
        if ((told.Resolution ?? Resolution.Read(told.Exif)) is { } resolution)
            Add(chunks, "pHYs"u8, Physical(resolution));
        if (told.Exif is not null) Add(chunks, "eXIf"u8, TiffWriter.Exif(told.Exif, told.IsBigEndian));
        if (told.Xmp is not null)
            Add(chunks, "iTXt"u8, [.. Encoding.ASCII.GetBytes(PngChunks.Xmp), 0, 0, 0, 0, 0, .. told.Xmp]);
        if (told.Iptc is not null || told.Photoshop.Count > 0)
            Add(chunks, "zTXt"u8, [.. Key(PngChunks.RawProfile + "iptc"), 0, 0,
                .. Packed(PngChunks.Hex("iptc", PhotoshopBlocks.Write(told)))]);
        foreach (var text in told.Texts)
            if (Ascii.IsValid(text.Text))
                Add(chunks, "tEXt"u8, [.. Key(text.Key), 0, .. Encoding.ASCII.GetBytes(text.Text)]);
            else Add(chunks, "iTXt"u8, [.. Key(text.Key), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text.Text)]);
        return chunks.ToArray();
    }

    private static byte[] Key(string key) => Encoding.Latin1.GetBytes(key.Length > 79 ? key[..79] : key);

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal))
            deflate.Write(Encoding.Latin1.GetBytes(text));
        return packed.ToArray();
    }

    private static byte[] Physical(Resolution resolution)
    {
        var (x, y) = resolution.PerMetre;
        var bytes = new byte[9];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)Math.Clamp(Math.Round(x), 1, int.MaxValue));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), (uint)Math.Clamp(Math.Round(y), 1, int.MaxValue));
        bytes[8] = (byte)(resolution.Unit == Resolution.NoUnit ? 0 : 1);
        return bytes;
    }

    private static void Add(MemoryStream chunks, ReadOnlySpan<byte> type, byte[] content)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, content.Length);
        chunks.Write(four);
        byte[] body = [.. type, .. content];
        chunks.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(four, Checksum.Crc32(body));
        chunks.Write(four);
    }
}
