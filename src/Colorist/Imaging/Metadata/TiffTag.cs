using System.Buffers.Binary;
using System.Text;

namespace Colorist;

/// <summary>One tag of a TIFF or EXIF directory.</summary>
/// <param name="Id">Its number; names are in <see cref="TiffId"/>.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Value">Its values one after the other, numbers little-endian.</param>
/// <param name="Place">
/// Where the values, or the offset of the values, lie in the file that they were read from; 0 if made here.
/// </param>
internal sealed record TiffTag(int Id, TiffType Type, byte[] Value, long Place = 0)
{
    /// <summary>How many values there are.</summary>
    public long Count => Value.Length / SizeOf(Type);

    /// <summary>Bytes of one value; 0 for a type that nobody knows.</summary>
    public static int SizeOf(TiffType type) => type switch
    {
        TiffType.Byte or TiffType.Ascii or TiffType.SignedByte or TiffType.Undefined or TiffType.Utf8 => 1,
        TiffType.Short or TiffType.SignedShort => 2,
        TiffType.Long or TiffType.SignedLong or TiffType.Float or TiffType.Directory => 4,
        TiffType.Rational or TiffType.SignedRational or TiffType.Double => 8,
        TiffType.Long8 or TiffType.SignedLong8 or TiffType.Directory8 => 8,
        _ => 0,
    };

    public static TiffTag Short(int id, params ReadOnlySpan<int> values)
    {
        var bytes = new byte[2 * values.Length];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), (ushort)values[i]);
        return new TiffTag(id, TiffType.Short, bytes);
    }

    public static TiffTag Long(int id, long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)value);
        return new TiffTag(id, TiffType.Long, bytes);
    }

    public static TiffTag Long8(int id, IEnumerable<long> values) =>
        new(id, TiffType.Long8, [.. values.SelectMany(value =>
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    })]);

    /// <summary>A number as a fraction of at most six decimals.</summary>
    public static TiffTag Rational(int id, double value)
    {
        var below = 1u;
        while (below < 1_000_000 && value * below * 10 < uint.MaxValue
            && Math.Abs(value * below - Math.Round(value * below)) > 1e-9) below *= 10;
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)Math.Clamp(Math.Round(value * below), 0, uint.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), below);
        return new TiffTag(id, TiffType.Rational, bytes);
    }

    /// <summary>A text, in ASCII or, where it has other letters, in UTF-8 as most programs write them.</summary>
    public static TiffTag Text(int id, string text) => new(id, TiffType.Ascii, [.. Encoding.UTF8.GetBytes(text), 0]);

    /// <summary>A value of whole numbers; null if there is none.</summary>
    public long? Number(int index = 0)
    {
        if (index >= Count) return null;
        var bytes = Value.AsSpan(index * SizeOf(Type));
        return Type switch
        {
            TiffType.Byte or TiffType.Undefined => bytes[0],
            TiffType.Short => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            TiffType.SignedShort => BinaryPrimitives.ReadInt16LittleEndian(bytes),
            TiffType.Long or TiffType.Directory => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            TiffType.SignedLong => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            TiffType.Long8 or TiffType.Directory8 =>
                (long)Math.Min(long.MaxValue, BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
            _ => null,
        };
    }

    /// <summary>The first value as a fraction; null if it is none, or one of nothing.</summary>
    public double? Fraction()
    {
        if (Type != TiffType.Rational || Count < 1) return Number();
        var below = BinaryPrimitives.ReadUInt32LittleEndian(Value.AsSpan(4));
        return below == 0 ? null : (double)BinaryPrimitives.ReadUInt32LittleEndian(Value) / below;
    }
}
