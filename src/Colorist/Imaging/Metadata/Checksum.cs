namespace Colorist;

/// <summary>The checksum of PNG's chunks (PNG, annex D).</summary>
internal static class Checksum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Divide((uint)value, 8))];

    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var rest = uint.MaxValue;
        foreach (var value in bytes) rest = Table[(byte)(rest ^ value)] ^ (rest >> 8);
        return ~rest;
    }

    private static uint Divide(uint value, int times)
    {
        for (var i = 0; i < times; i++) value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
