namespace Colorist;

/// <summary>Reads the numbers of a NUT header that is in memory.</summary>
internal ref struct NutBytes(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>Seven bits a byte, the highest first; the eighth says that more follow.</summary>
    public long Number()
    {
        long value = 0;
        while (true)
        {
            if (rest.IsEmpty) throw new InvalidDataException("a header that ends too early");
            var next = rest[0];
            rest = rest[1..];
            value = value << 7 | (long)(next & 127);
            if (next < 128) return value;
        }
    }

    /// <summary>0, 1, −1, 2, −2, ...</summary>
    public long SignedNumber()
    {
        var value = Number() + 1;
        return (value & 1) == 1 ? -(value >> 1) : value >> 1;
    }

    public byte[] Bytes()
    {
        var length = Number();
        if (length < 0 || length > rest.Length) throw new InvalidDataException("a header that ends too early");
        var bytes = rest[..(int)length].ToArray();
        rest = rest[(int)length..];
        return bytes;
    }

}
