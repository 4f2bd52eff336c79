using System.Buffers.Binary;

namespace Colorist.Tests;

/// <summary>Makes small TIFF files with any tags: TIFF 6.0, little-endian, not packed, one strip a page.</summary>
internal static class TiffBytes
{
    private const int Ascii = 2, Short = 3, Long = 4, Rational = 5, Undefined = 7;

    /// <summary>A page.</summary>
    /// <param name="Width">Columns.</param>
    /// <param name="Height">Rows.</param>
    /// <param name="Bands">Values of a pixel.</param>
    /// <param name="Bits">Of a value.</param>
    /// <param name="Photometric">1 grey, 2 RGB, 5 CMYK, 8 L*a*b*, 9 L*a*b* as ICC profiles count.</param>
    /// <param name="Pixels">The values as they are stored.</param>
    public sealed record Page(int Width, int Height, int Bands, int Bits, int Photometric, byte[] Pixels)
    {
        /// <summary>1 whole numbers, 2 signed ones, 3 floating point.</summary>
        public int Format { get; init; } = 1;

        /// <summary>What the bands beside colour are: 0 not said, 1 and 2 opacity; none for no tag.</summary>
        public int[] Extra { get; init; } = [];

        /// <summary>1 for a smaller copy of another page.</summary>
        public int NewSubfileType { get; init; }

        public byte[]? Profile { get; init; }

        public (uint X, uint Y, int Unit)? Resolution { get; init; }

        /// <summary>How the pixels lie, 1 to 8; 0 for no tag.</summary>
        public int Orientation { get; init; }

        public string? Description { get; init; }

        /// <summary>Pages that SubIFDs points to.</summary>
        public Page[] Parts { get; init; } = [];
    }

    public static byte[] Make(params Page[] pages)
    {
        var file = new List<byte>([(byte)'I', (byte)'I', 42, 0, 0, 0, 0, 0]);
        var link = 4;
        foreach (var page in pages) link = Add(file, page, link);
        return [.. file];
    }

    public static byte[] Bytes(params IEnumerable<ushort> values) => [.. values.SelectMany(BitConverter.GetBytes)];

    public static byte[] Bytes(params IEnumerable<float> values) => [.. values.SelectMany(BitConverter.GetBytes)];

    /// <returns>Where the link to the next page lies.</returns>
    private static int Add(List<byte> file, Page page, int link)
    {
        int Put(byte[] bytes)
        {
            if (file.Count % 2 == 1) file.Add(0);
            file.AddRange(bytes);
            return file.Count - bytes.Length;
        }

        var pixels = Put(page.Pixels);
        var parts = page.Parts.Select(part =>
        {
            var place = Put(new byte[4]);
            Add(file, part, place);
            return BitConverter.ToInt32([.. file[place..(place + 4)]]);
        }).ToArray();
        List<(int Tag, int Type, int Count, byte[] Value)> tags =
        [
            (254, Long, 1, BitConverter.GetBytes(page.NewSubfileType)),
            (256, Long, 1, BitConverter.GetBytes(page.Width)),
            (257, Long, 1, BitConverter.GetBytes(page.Height)),
            (258, Short, page.Bands, Shorts(Enumerable.Repeat(page.Bits, page.Bands))),
            (259, Short, 1, Shorts([1])), (262, Short, 1, Shorts([page.Photometric])),
            (273, Long, 1, BitConverter.GetBytes(pixels)),
            (277, Short, 1, Shorts([page.Bands])), (278, Long, 1, BitConverter.GetBytes(page.Height)),
            (279, Long, 1, BitConverter.GetBytes(page.Pixels.Length)),
        ];
        if (page.Description is { } description)
            tags.Add((270, Ascii, description.Length + 1, [.. System.Text.Encoding.ASCII.GetBytes(description), 0]));
        if (page.Orientation > 0) tags.Add((274, Short, 1, Shorts([page.Orientation])));
        if (page.Resolution is { } resolution)
        {
            tags.Add((282, Rational, 1, [.. BitConverter.GetBytes(resolution.X), .. BitConverter.GetBytes(1)]));
            tags.Add((283, Rational, 1, [.. BitConverter.GetBytes(resolution.Y), .. BitConverter.GetBytes(1)]));
            tags.Add((296, Short, 1, Shorts([resolution.Unit])));
        }

        if (parts.Length > 0) tags.Add((330, Long, parts.Length, [.. parts.SelectMany(BitConverter.GetBytes)]));
        if (page.Extra.Length > 0) tags.Add((338, Short, page.Extra.Length, Shorts(page.Extra)));
        tags.Add((339, Short, page.Bands, Shorts(Enumerable.Repeat(page.Format, page.Bands))));
        if (page.Profile is { } profile) tags.Add((34675, Undefined, profile.Length, profile));
        var entries = tags.OrderBy(tag => tag.Tag).SelectMany(tag => (byte[])[
            .. Shorts([tag.Tag, tag.Type]), .. BitConverter.GetBytes(tag.Count),
            .. tag.Value.Length > 4
                ? BitConverter.GetBytes(Put(tag.Value))
                : [.. tag.Value, .. new byte[4 - tag.Value.Length]]]).ToArray();
        var at = Put([.. Shorts([tags.Count]), .. entries, 0, 0, 0, 0]);
        for (var i = 0; i < 4; i++) file[link + i] = (byte)(at >> (8 * i));
        return file.Count - 4;
    }

    private static byte[] Shorts(IEnumerable<int> values) => Bytes(values.Select(value => (ushort)value));
}
