using System.Buffers.Binary;

namespace Colorist;

/// <summary>
/// A tone curve of a colour profile: from 0..1 as stored to 0..1 as light (ICC.1:2022, curveType and
/// parametricCurveType).
/// </summary>
internal sealed class IccCurve
{
    private readonly Func<double, double> curve;

    private IccCurve(Func<double, double> curve) => this.curve = curve;

    public double this[double stored] => Math.Clamp(curve(stored), 0, 1);

    /// <returns>The curve; null if the data are none.</returns>
    public static IccCurve? Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < 12) return null;
        if (data.StartsWith("curv"u8)) return Table(data);
        return data.StartsWith("para"u8) ? Parametric(data) : null;
    }

    private static IccCurve? Table(ReadOnlySpan<byte> data)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(data[8..]);
        if (count == 0) return new IccCurve(stored => stored);
        if (count > (data.Length - 12) / 2) return null;
        var values = new double[count];
        for (var i = 0; i < count; i++) values[i] = BinaryPrimitives.ReadUInt16BigEndian(data[(12 + 2 * i)..]);
        if (count == 1) return new IccCurve(stored => Math.Pow(stored, values[0] / 256));
        return new IccCurve(stored =>
        {
            var place = stored * (count - 1);
            var index = Math.Min((int)place, (int)count - 2);
            return (values[index] + (place - index) * (values[index + 1] - values[index])) / 65535;
        });
    }

    private static IccCurve? Parametric(ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<int> counts = [1, 3, 4, 5, 7];
        var kind = BinaryPrimitives.ReadUInt16BigEndian(data[8..]);
        if (kind >= counts.Length || data.Length < 12 + 4 * counts[kind]) return null;
        var p = new double[7];
        for (var i = 0; i < counts[kind]; i++)
            p[i] = BinaryPrimitives.ReadInt32BigEndian(data[(12 + 4 * i)..]) / 65536.0;
        var (g, a, b, c, d, e, f) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
        return new IccCurve(kind switch
        {
            0 => x => Math.Pow(x, g),
            1 => x => x >= -b / a ? Math.Pow(a * x + b, g) : 0,
            2 => x => x >= -b / a ? Math.Pow(a * x + b, g) + c : c,
            3 => x => x >= d ? Math.Pow(a * x + b, g) : c * x,
            _ => x => x >= d ? Math.Pow(a * x + b, g) + e : c * x + f,
        });
    }
}
