using System.Buffers.Binary;
using System.Text;

namespace Colorist;

/// <summary>
/// What a colour profile does to pixels, known by its curves and primaries and not by its name (ICC.1:2022).
/// </summary>
internal sealed class IccProfile
{
    // The primaries of sRGB, adapted to D50 as profiles hold them (sRGB.icc of the International Color Consortium).
    private static readonly double[] SrgbPrimaries = [0.4361, 0.2225, 0.0139, 0.3851, 0.7169, 0.0971, 0.1431, 0.0606,
        0.7141];
    // The inverse of sRGB's primaries at D50 (brucelindbloom.com, Bradford).
    private static readonly double[] SrgbOfXyz = [3.1338561, -1.6168667, -0.4906146, -0.9787684, 1.9161415, 0.0334540,
        0.0719453, -0.2289914, 1.4052427];
    private const double MaxPrimaryError = 0.002;
    private const double MaxLightnessError = 0.1; // L*
    private const int TagTable = 128;

    private readonly byte[] bytes;

    private IccProfile(byte[] bytes) => this.bytes = bytes;

    /// <summary>Whether pixels that follow it are sRGB as they are: a pass through it would only round.</summary>
    public bool IsSrgb => IsMatrix && Primaries() is { } primaries
        && primaries.Zip(SrgbPrimaries).All(pair => Math.Abs(pair.First - pair.Second) < MaxPrimaryError)
        && new[] { Curve("rTRC"), Curve("gTRC"), Curve("bTRC") }.All(curve => curve is not null && IsSrgbCurve(curve));

    /// <summary>How grey pixels become luminance, 0..1 to 0..1; null if that takes more than a curve.</summary>
    public Func<double, double>? Grey()
    {
        if (Is("GRAY") && Curve("kTRC") is { } grey && !Has("A2B0"))
            return Encoding.ASCII.GetString(bytes, 20, 4) == "Lab "
                ? stored => CieLab.LuminanceOf((float)(100 * grey[stored]))
                : stored => grey[stored];
        if (!IsMatrix || Primaries() is not { } primaries) return null;
        if ((Curve("rTRC"), Curve("gTRC"), Curve("bTRC")) is not ({ } red, { } green, { } blue)) return null;
        var (r, g, b) = (primaries[1], primaries[4], primaries[7]);
        return stored => (r * red[stored] + g * green[stored] + b * blue[stored]) / (r + g + b);
    }

    /// <summary>
    /// How red, green and blue become those of sRGB in light, 0..1: a curve each, then a matrix; null if that takes
    /// more.
    /// </summary>
    public (IccCurve[] Curves, double[] ToSrgb)? Matrix()
    {
        if (!IsMatrix || Primaries() is not { } primaries) return null;
        if ((Curve("rTRC"), Curve("gTRC"), Curve("bTRC")) is not ({ } red, { } green, { } blue)) return null;
        var matrix = new double[9];
        for (var to = 0; to < 3; to++)
            for (var from = 0; from < 3; from++)
                for (var i = 0; i < 3; i++) matrix[3 * to + from] += SrgbOfXyz[3 * to + i] * primaries[3 * from + i];
        return ([red, green, blue], matrix);
    }

    /// <returns>The profile; null if the bytes are none.</returns>
    public static IccProfile? Read(byte[] bytes) =>
        bytes.Length > TagTable + 4 && bytes.AsSpan(36, 4).SequenceEqual("acsp"u8) ? new IccProfile(bytes) : null;

    private bool IsMatrix => Is("RGB ") && !Has("A2B0") && !Has("A2B1");

    private bool Is(string space) => Encoding.ASCII.GetString(bytes, 16, 4) == space;

    private bool Has(string tag) => !Tag(tag).IsEmpty;

    private IccCurve? Curve(string tag) => IccCurve.Read(Tag(tag));

    private static bool IsSrgbCurve(IccCurve curve) => Enumerable.Range(0, 256).Select(step => step / 255f)
        .All(stored =>
        Math.Abs(CieLab.LightnessOf((float)curve[stored]) - CieLab.LightnessOf(CieLab.Linearize(stored)))
            < MaxLightnessError);

    /// <returns>X, Y and Z of red, green and blue.</returns>
    private double[]? Primaries()
    {
        var values = new List<double>();
        foreach (var name in (string[])["rXYZ", "gXYZ", "bXYZ"])
        {
            var tag = Tag(name);
            if (tag.Length < 20) return null;
            for (var i = 8; i < 20; i += 4) values.Add(BinaryPrimitives.ReadInt32BigEndian(tag[i..]) / 65536.0);
        }

        return [.. values];
    }

    private ReadOnlySpan<byte> Tag(string name)
    {
        var count = Math.Min(
            BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(TagTable)), (uint)(bytes.Length - TagTable - 4) / 12);
        for (var i = 0; i < count; i++)
        {
            var entry = bytes.AsSpan(TagTable + 4 + 12 * i, 12);
            if (Encoding.ASCII.GetString(entry[..4]) != name) continue;
            var (at, size) =
                (BinaryPrimitives.ReadUInt32BigEndian(entry[4..]), BinaryPrimitives.ReadUInt32BigEndian(entry[8..]));
            return at < bytes.Length && size <= bytes.Length - at ? bytes.AsSpan((int)at, (int)size) : [];
        }

        return [];
    }
}
