using System.Buffers.Binary;

namespace Colorist;

/// <summary>
/// Photoshop's image resource blocks, which hold IPTC data in JPEG files (Adobe Photoshop File Formats Specification,
/// 2019).
/// </summary>
internal static class PhotoshopBlocks
{
    public const int Iptc = 0x0404;
    public const int CopyrightFlag = 0x040A;
    public const int Url = 0x040B;

    /// <summary>
    /// The blocks that are true of any copy of a picture; the others are a state of Photoshop's, previews, or said
    /// elsewhere.
    /// </summary>
    public static bool IsKept(int id) => id is Iptc or CopyrightFlag or Url;

    /// <returns>Those that are kept, by their number.</returns>
    public static Dictionary<int, byte[]> Read(ReadOnlySpan<byte> data)
    {
        var blocks = new Dictionary<int, byte[]>();
        if (data.StartsWith("Photoshop 3.0\0"u8)) data = data[14..];
        while (data.Length >= 12 && data.StartsWith("8BIM"u8))
        {
            var id = BinaryPrimitives.ReadUInt16BigEndian(data[4..]);
            var name = (data[6] + 2) / 2 * 2; // a length, letters, and one more if that makes it odd
            if (data.Length < 6 + name + 4) break;
            var size = BinaryPrimitives.ReadUInt32BigEndian(data[(6 + name)..]);
            data = data[(10 + name)..];
            if (size > data.Length) break;
            if (IsKept(id)) blocks.TryAdd(id, data[..(int)size].ToArray());
            data = data[(int)Math.Min(size + size % 2, data.Length)..];
        }

        return blocks;
    }

    /// <summary>All that goes into blocks, IPTC data too.</summary>
    public static byte[] Write(PhotoMetadata told) =>
        Write(
            told.Iptc is null ? told.Photoshop : told.Photoshop.Append(new KeyValuePair<int, byte[]>(Iptc, told.Iptc)));

    public static byte[] Write(IEnumerable<KeyValuePair<int, byte[]>> blocks)
    {
        using var data = new MemoryStream();
        Span<byte> head = stackalloc byte[12];
        foreach (var (id, block) in blocks.OrderBy(block => block.Key))
        {
            "8BIM"u8.CopyTo(head);
            BinaryPrimitives.WriteUInt16BigEndian(head[4..], (ushort)id);
            head[6..8].Clear(); // no name
            BinaryPrimitives.WriteUInt32BigEndian(head[8..], (uint)block.Length);
            data.Write(head);
            data.Write(block);
            if (block.Length % 2 == 1) data.WriteByte(0);
        }

        return data.ToArray();
    }
}
