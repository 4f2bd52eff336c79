using System.Buffers.Binary;
using System.Text;
using NetVips;

namespace Colorist;

/// <summary>
/// JPEG: quality 95 unless another is wanted, full-size chroma; segments for EXIF, XMP, IPTC and comments.
/// </summary>
internal static class JpegWriter
{
    private const int MaxSegment = 65_533; // bytes, without the two of its length
    private const int MaxXmp = MaxSegment - 29; // its name
    private const int StartLength = 20; // SOI and JFIF, if libvips writes that

    /// <summary>EXIF data have one segment at most, comments as many as they need.</summary>
    public static PhotoMetadata Fit(PhotoMetadata told)
    {
        told = FitXmp(PictureTexts.IntoExif(told));
        if (told.Exif is not { } exif) return told;
        // centred; EXIF asks for it, though each pixel has its own here
        exif.Set(TiffTag.Short(TiffId.ChromaPosition, 1));
        var dropped = new List<string>();
        while (TiffWriter.Exif(exif, told.IsBigEndian).Length > MaxSegment - JpegSegments.Exif.Length)
            dropped.Add($"EXIF tag {Shorten(exif)}");
        return told with { Lost = [.. told.Lost, .. dropped] };
    }

    public static void Save(Image image, PhotoMetadata told, string path, int quality) => HeadRewriter.Save(
        path,
        start => start.Length < StartLength
            ? null
            : [.. start[..2], .. Jfif(told), .. Segments(told), .. start[(start[3] == 0xE0 ? StartLength : 2)..]],
        target => image.JpegsaveTarget(target, q: quality, subsampleMode: Enums.ForeignSubsample.Off, background: [255],
            keep: Enums.ForeignKeep.Icc));

    /// <summary>
    /// XMP data of any length have their place, unless they cannot be parted; then the note alone stays.
    /// </summary>
    private static PhotoMetadata FitXmp(PhotoMetadata told) =>
        told.Xmp is null || told.Xmp.Length <= MaxXmp || XmpPacket.Split(told.Xmp, MaxXmp, XmpNote.Holds) is not null
            ? told
            : told with
            {
                Xmp = XmpPacket.Only(told.Xmp, XmpNote.Holds),
                Lost = [.. told.Lost, $"XMP data of {told.Xmp.Length} bytes"]
            };

    /// <summary>Takes the longest tag out.</summary>
    private static int Shorten(TiffDirectory exif)
    {
        var (directory, tag) = exif.Parts.Values.Append(exif)
            .SelectMany(directory => directory.Tags.Values.Select(tag => (directory, tag)))
            .MaxBy(pair => pair.tag.Value.Length);
        directory.Tags.Remove(tag.Id);
        return tag.Id;
    }

    private static byte[] Jfif(PhotoMetadata told)
    {
        var density = told.Resolution ?? Resolution.Read(told.Exif) ?? new Resolution(1, 1, Resolution.NoUnit);
        byte[] segment = [0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 2, (byte)(density.Unit - 1), 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(12), Whole(density.X));
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(14), Whole(density.Y));
        return segment;
    }

    private static ushort Whole(double density) => (ushort)Math.Clamp(Math.Round(density), 1, ushort.MaxValue);

    private static byte[] Segments(PhotoMetadata told)
    {
        using var bytes = new MemoryStream();
        if (told.Exif is not null) Add(bytes, 0xE1, JpegSegments.Exif, TiffWriter.Exif(told.Exif, told.IsBigEndian));
        if (told.Xmp is not null) AddXmp(bytes, told.Xmp);
        if (told.Iptc is not null || told.Photoshop.Count > 0) AddPhotoshop(bytes, told);
        // programs that show one comment show the first
        foreach (var text in told.Texts.OrderBy(text => text.Key != PictureText.Comment))
            foreach (var part in Encoding.UTF8
                .GetBytes(text.Key == PictureText.Comment ? text.Text : $"{text.Key}: {text.Text}").Chunk(MaxSegment))
                Add(bytes, 0xFE, [], part);
        return bytes.ToArray();
    }

    private static void AddXmp(MemoryStream bytes, byte[] xmp)
    {
        if (xmp.Length <= MaxXmp)
        {
            Add(bytes, 0xE1, JpegSegments.Xmp, xmp);
            return;
        }

        if (XmpPacket.Split(xmp, MaxXmp, XmpNote.Holds) is not { } split) return;
        Add(bytes, 0xE1, JpegSegments.Xmp, split.Packet);
        const int Part = 65_000;
        for (var at = 0; at < split.More.Length; at += Part)
        {
            byte[] place = [.. Encoding.ASCII.GetBytes(split.Name), 0, 0, 0, 0, 0, 0, 0, 0];
            BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(32), split.More.Length);
            BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(36), at);
            Add(bytes, 0xE1, JpegSegments.MoreXmp,
                [.. place, .. split.More.AsSpan(at, Math.Min(Part, split.More.Length - at))]);
        }
    }

    private static void AddPhotoshop(MemoryStream bytes, PhotoMetadata told)
    {
        foreach (var part in PhotoshopBlocks.Write(told).Chunk(MaxSegment - JpegSegments.Photoshop.Length))
            Add(bytes, 0xED, JpegSegments.Photoshop, part);
    }

    private static void Add(MemoryStream bytes, byte marker, byte[] name, ReadOnlySpan<byte> content)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(2 + name.Length + content.Length));
        bytes.Write(head);
        bytes.Write(name);
        bytes.Write(content);
    }
}
