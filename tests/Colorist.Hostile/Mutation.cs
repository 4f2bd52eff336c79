using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace Colorist.Hostile;

/// <summary>Damages bytes and texts.</summary>
internal static partial class Mutation
{
    private static readonly string[] Words =
    [
        "0", "-1", "1e999", "NaN", "2147483648", "9223372036854775808", "null", "true", "\"three\"", "[]", "{}", "\"\"",
        "\"../../x\"", "\"a\\u0000b\"", "[[[[[[[[", "0.1",
    ];

    /// <summary>A copy with one to four damages: headers, lengths, cuts, repeats, bits.</summary>
    public static byte[] Bytes(byte[] whole, Random random)
    {
        var bytes = whole;
        for (var times = random.Next(1, 1 + random.Next(1, 5)); times > 0 && bytes.Length > 16; times--)
            bytes = Once(bytes, random);
        return bytes;
    }

    /// <summary>The same for JSON and the like: numbers, words, keys and brackets change places, or bytes do.</summary>
    public static byte[] Text(byte[] whole, Random random)
    {
        if (random.Next(3) == 0) return Bytes(whole, random);
        var text = Encoding.UTF8.GetString(whole);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var values = Value().Matches(text);
            if (values.Count == 0) break;
            var (one, other) = (values[random.Next(values.Count)], values[random.Next(values.Count)]);
            var by = random.Next(3) == 0 ? other.Value : Words[random.Next(Words.Length)];
            text = text[..one.Index] + by + text[(one.Index + one.Length)..];
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Once(byte[] bytes, Random random)
    {
        byte[] damaged = [.. bytes];
        // headers deserve half of the blows
        var reach = random.Next(2) == 0 ? Math.Min(256, bytes.Length) : bytes.Length;
        var (at, length) = (random.Next(reach), random.Next(1, 1 << random.Next(1, 12)));
        switch (random.Next(7))
        {
            case 0:
                return damaged[..random.Next(1, bytes.Length)];
            case 1:
                for (var i = random.Next(1, 17); i > 0; i--) damaged[random.Next(reach)] ^= (byte)(1 << random.Next(8));
                return damaged;
            case 2:
                BinaryPrimitives.WriteUInt32BigEndian(damaged.AsSpan(Math.Min(at, bytes.Length - 4)), Extreme(random));
                return damaged;
            case 3:
                BinaryPrimitives.WriteUInt32LittleEndian(
                    damaged.AsSpan(Math.Min(at, bytes.Length - 4)), Extreme(random));
                return damaged;
            case 4:
                damaged.AsSpan(at, Math.Min(length, bytes.Length - at)).Fill((byte)(random.Next(2) * 255));
                return damaged;
            case 5:
                var from = random.Next(reach);
                return [.. damaged[..at], .. damaged.Skip(from).Take(length), .. damaged[at..]];
            default:
                return [.. damaged[..at], .. damaged.Skip(at + length)];
        }
    }

    private static uint Extreme(Random random) => random.Next(4) switch
    {
        0 => uint.MaxValue - (uint)random.Next(4),
        1 => (uint)int.MaxValue + (uint)random.Next(3),
        2 => (uint)random.NextInt64(1L << random.Next(1, 33)),
        _ => 0,
    };

    [GeneratedRegex("""-?\d[\d.eE+-]*|"[^"]*"|true|false|null|[{}\[\]]""")]
    private static partial Regex Value();
}
