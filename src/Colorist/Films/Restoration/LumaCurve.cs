using System.Numerics;
using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>Changes luma by a curve through its quantiles; black and white stay.</summary>
internal static class LumaCurve
{
    private static readonly double[] Shares = [0.1, 0.3, 0.5, 0.7, 0.9]; // of the pixels that are darker

    /// <summary>The codes of some quantiles, rising.</summary>
    public static int[] Quantiles(byte[] luma, VideoSignal signal)
    {
        var counts = new int[signal.Most + 1];
        if (signal.Bits == 8) Count<byte>(luma, counts);
        else Count<ushort>(luma, counts);
        var (pixels, quantiles, seen, code) = (luma.Length / (signal.Bits == 8 ? 1 : 2), new int[Shares.Length], 0, -1);
        for (var i = 0; i < quantiles.Length; i++)
        {
            while (seen < Shares[i] * pixels) seen += counts[++code];
            quantiles[i] = Math.Max(code, 0);
        }

        return quantiles;
    }

    /// <summary>Moves quantiles; what lies between them goes along.</summary>
    /// <param name="luma">Changed.</param>
    /// <param name="signal">How it is coded.</param>
    /// <param name="from">Its quantiles.</param>
    /// <param name="to">Where they are to be.</param>
    public static void Move(byte[] luma, VideoSignal signal, int[] from, double[] to)
    {
        var black = signal.IsFull ? 0 : 16 << signal.Bits - 8;
        var white = signal.IsFull ? signal.Most : 235 << signal.Bits - 8;
        var points = new List<(double From, double To)> { (black, black) };
        foreach (var (own, wanted) in from.Zip(to).Append((white, white)))
            if (own > points[^1].From && own <= white) points.Add((own, Math.Clamp(wanted, points[^1].To, white)));
        var codes = Enumerable.Range(0, signal.Most + 1)
            .Select(code => code <= black || code >= white ? code : (int)Math.Round(At(points, code))).ToArray();
        if (signal.Bits == 8) Apply<byte>(luma, codes);
        else Apply<ushort>(luma, codes);
    }

    private static double At(List<(double From, double To)> points, int code)
    {
        var next = Math.Max(1, points.FindIndex(point => point.From >= code));
        var (one, two) = (points[next - 1], points[next]);
        return one.To + (code - one.From) * (two.To - one.To) / (two.From - one.From);
    }

    private static void Count<T>(byte[] luma, int[] counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        foreach (var code in MemoryMarshal.Cast<byte, T>(luma.AsSpan()))
            counts[Math.Min(int.CreateTruncating(code), counts.Length - 1)]++;
    }

    private static void Apply<T>(byte[] luma, int[] codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        foreach (ref var code in MemoryMarshal.Cast<byte, T>(luma.AsSpan()))
            code = T.CreateTruncating(codes[Math.Min(int.CreateTruncating(code), codes.Length - 1)]);
    }
}
