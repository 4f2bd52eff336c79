using System.Buffers;

namespace Colorist;

/// <summary>Picture formats that are known and not read, so that a message can call them by their names.</summary>
internal static class ForeignFormat
{
    /// <returns>What the file is, by its first bytes; null if it is nothing known.</returns>
    public static string? Name(Stream stream)
    {
        var start = new byte[256];
        stream.Position = 0;
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, length) switch
        {
            [0, 0, 0, 12, (byte)'j', (byte)'P', ..] or [0xFF, 0x4F, 0xFF, 0x51, ..] => "JPEG 2000",
            [0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', ..] or [0xFF, 0x0A, ..] => "JPEG XL",
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'c', (byte)'r', (byte)'x', ..] =>
                "a camera's raw file (CR3)",
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m', (byte)'e'
                or (byte)'i', ..] => Heic,
            [(byte)'B', (byte)'M', ..] => "a packed BMP or one of 16 bits",
            [(byte)'P', >= (byte)'1' and <= (byte)'7', ..] => "a PNM file in letters, or a PAM",
            [(byte)'8', (byte)'B', (byte)'P', (byte)'S', ..] => "a Photoshop file (PSD)",
            [(byte)'#', (byte)'?', ..] => "Radiance (HDR)",
            [0x76, 0x2F, 0x31, 0x01, ..] => "OpenEXR",
            [(byte)'I', (byte)'I', 0xBC, ..] => "JPEG XR",
            [(byte)'I', (byte)'I', (byte)'R', ..] or [(byte)'M', (byte)'M', (byte)'O', (byte)'R', ..]
                or [(byte)'I', (byte)'I', (byte)'U', ..]
                or [(byte)'F', (byte)'U', (byte)'J', (byte)'I', ..] => "a camera's raw file",
            [(byte)'A', (byte)'T', (byte)'&', (byte)'T', ..] => "DjVu",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "PDF",
            [(byte)'S', (byte)'I', (byte)'M', (byte)'P', (byte)'L', (byte)'E', ..] => "FITS",
            [(byte)'g', (byte)'i', (byte)'m', (byte)'p', ..] => "a GIMP file (XCF)",
            [0x08, 0xF2, 0xA6, 0xB6, ..] or [0xB6, 0xA6, 0xF2, 0x08, ..] => "a picture in libvips' own format",
            [(byte)'M', (byte)'A', (byte)'T', (byte)'L', (byte)'A', (byte)'B', ..] => "MATLAB",
            [0x1F, 0x8B, ..] => "packed data (gzip)",
            [(byte)'%', (byte)'!', (byte)'P', (byte)'S', ..] => "PostScript",
            var bytes => Written(bytes),
        };
    }

    private static string? Written(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty || start.ContainsAnyExcept(Letters)) return null;
        return start.IndexOf("<svg"u8) >= 0
            ? "SVG"
            : start.TrimStart(Mark).TrimStart(" \t\r\n"u8).StartsWith("<"u8) ? "XML" : "a text";
    }

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private static readonly SearchValues<byte> Letters =
        SearchValues.Create([(byte)'\t', (byte)'\n', (byte)'\r', .. Enumerable.Range(32, 95)
            .Select(letter => (byte)letter), .. Enumerable.Range(128, 128).Select(letter => (byte)letter)]);

    /// <summary>HEIF with HEVC inside, as phones write it.</summary>
    public const string Heic = "HEIC";
}
