using System.Buffers.Binary;
using System.Text;

namespace Colorist.Tests;

/// <summary>Makes small colour profiles (ICC.1:2001): a curve, for RGB with primaries.</summary>
internal static class IccBytes
{
    /// <summary>sRGB's, adapted to D50.</summary>
    public static readonly double[] SrgbPrimaries = [0.43607, 0.22249, 0.01392, 0.38515, 0.71687, 0.09708, 0.14307,
        0.06061, 0.71410];

    /// <summary>Those of Adobe RGB (1998).</summary>
    public static readonly double[] AdobePrimaries = [0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919,
        0.06322, 0.74457];

    public static byte[] Gamma(double gamma) =>
        [.. "curv"u8, 0, 0, 0, 0, 0, 0, 0, 1, (byte)gamma, (byte)Math.Round(gamma % 1 * 256)];

    public static byte[] Table(int count, Func<double, double> curve)
    {
        var bytes = new byte[12 + 2 * count];
        "curv"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), count);
        for (var i = 0; i < count; i++)
            BinaryPrimitives.WriteUInt16BigEndian(
                bytes.AsSpan(12 + 2 * i), (ushort)Math.Round(65535 * curve(i / (count - 1.0))));
        return bytes;
    }

    public static byte[] Grey(byte[] curve, string name = "grey", bool isLab = false) =>
        Profile("GRAY", isLab ? "Lab " : "XYZ ",
            [("desc", Description(name)), ("wtpt", Xyz(0.9642, 1, 0.8249)), ("kTRC", curve)]);

    public static byte[] Rgb(byte[] curve, double[] primaries, string name, string copyright = "CC0") =>
        Profile("RGB ", "XYZ ",
    [
        ("desc", Description(name)), ("cprt", [.. "text"u8, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(copyright), 0]),
        ("wtpt", Xyz(0.9642, 1, 0.8249)),
        ("rXYZ", Xyz(primaries[..3])), ("gXYZ", Xyz(primaries[3..6])), ("bXYZ", Xyz(primaries[6..])), ("rTRC", curve),
        ("gTRC", curve), ("bTRC", curve),
    ]);

    private static byte[] Xyz(params double[] values)
    {
        var bytes = new byte[20];
        "XYZ "u8.CopyTo(bytes);
        for (var i = 0; i < 3; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8 + 4 * i), (int)Math.Round(values[i] * 65536));
        return bytes;
    }

    private static byte[] Description(string name)
    {
        var bytes = new byte[12 + name.Length + 1 + 4 + 4 + 2 + 1 + 67];
        "desc"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), name.Length + 1);
        Encoding.ASCII.GetBytes(name).CopyTo(bytes, 12);
        return bytes;
    }

    private static byte[] Profile(string space, string connection, (string Name, byte[] Bytes)[] tags)
    {
        var head = new byte[128 + 4 + 12 * tags.Length];
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), 0x02400000);
        Encoding.ASCII.GetBytes("mntr" + space + connection).CopyTo(head, 12);
        "acsp"u8.CopyTo(head.AsSpan(36));
        Xyz(0.9642, 1, 0.8249)[8..].CopyTo(head, 68);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(128), tags.Length);
        var body = new List<byte>();
        for (var i = 0; i < tags.Length; i++)
        {
            while (body.Count % 4 != 0) body.Add(0);
            var entry = head.AsSpan(132 + 12 * i);
            Encoding.ASCII.GetBytes(tags[i].Name).CopyTo(entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], head.Length + body.Count);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[i].Bytes.Length);
            body.AddRange(tags[i].Bytes);
        }

        BinaryPrimitives.WriteInt32BigEndian(head, head.Length + body.Count);
        return [.. head, .. body];
    }
}
