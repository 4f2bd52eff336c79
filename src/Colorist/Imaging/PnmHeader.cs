using System.Globalization;
using NetVips;

namespace Colorist;

/// <summary>
/// Reads the header of PNM files, as scanners' programs write them: binary PBM, PGM and PPM (netpbm.sourceforge.net,
/// pbm(5) and others).
/// </summary>
internal static class PnmHeader
{
    private const int MaxHeader = 4096; // bytes, comments too

    /// <returns>The picture; null if it is no such file.</returns>
    public static PlainPicture? Read(Stream stream)
    {
        var start = new byte[MaxHeader];
        stream.Position = 0;
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length < 8 || start[0] != 'P' || start[1] is not ((byte)'4' or (byte)'5' or (byte)'6')) return null;
        var (kind, at) = (start[1] - '0', 2);
        if (Next(start.AsSpan(0, length), ref at) is not (> 0 and var width)
            || Next(start.AsSpan(0, length), ref at) is not (> 0 and var height)) return null;
        var most = kind == 4 ? 1 : Next(start.AsSpan(0, length), ref at);
        if (most is null or < 1 or > 65535 || (long)width * 6 > int.MaxValue) return null;
        var rowBytes = kind == 4 ? (width + 7) / 8 : width * (kind == 6 ? 3 : 1) * (most > 255 ? 2 : 1);
        return new PlainPicture(at + 1, rowBytes, height,
            rows => kind == 4 ? Bits(rows, width) : Values(rows, kind == 6 ? 3 : 1, most.Value), new PhotoMetadata());
    }

    /// <summary>The next number; what follows a # is a comment to the end of its line.</summary>
    private static int? Next(ReadOnlySpan<byte> header, ref int at)
    {
        while (at < header.Length && (header[at] == '#' || char.IsWhiteSpace((char)header[at])))
            if (header[at++] == '#')
                while (at < header.Length && header[at] is not ((byte)'\n' or (byte)'\r')) at++;
        var from = at;
        while (at < header.Length && char.IsAsciiDigit((char)header[at])) at++;
        return int.TryParse(header[from..at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>1 is black.</summary>
    private static Image Bits(Image rows, int width)
    {
        using var bits = PlainPicture.Unpack(rows, width, 1);
        using var tones = bits.Linear([-255.0], [255.0]);
        using var cast = tones.Cast(Enums.BandFormat.Uchar);
        return cast.Copy(interpretation: Enums.Interpretation.Bw);
    }

    /// <summary>Big-endian where they have two bytes; the largest value is white.</summary>
    private static Image Values(Image rows, int bands, int most)
    {
        var (grey, deep) = (bands == 1, most > 255);
        using var pixels = rows.Bandfold(factor: bands * (deep ? 2 : 1));
        if (!deep)
        {
            using var scaled = most == 255
                ? pixels.Copy()
                : pixels.Linear([255.0 / most], [0.0]).Rint().Cast(Enums.BandFormat.Uchar);
            return scaled.Copy(interpretation: grey ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);
        }

        using var pairs = pixels.Copy(bands: bands, format: Enums.BandFormat.Ushort);
        using var values = BitConverter.IsLittleEndian ? pairs.Byteswap() : pairs.Copy();
        using var full = most == 65535
            ? values.Copy()
            : values.Linear([65535.0 / most], [0.0]).Rint().Cast(Enums.BandFormat.Ushort);
        return full.Copy(interpretation: grey ? Enums.Interpretation.Grey16 : Enums.Interpretation.Rgb16);
    }
}
