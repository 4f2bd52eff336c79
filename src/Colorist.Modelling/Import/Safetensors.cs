using System.Buffers.Binary;
using System.Text.Json;

namespace Colorist.Modelling;

/// <summary>
/// Reads weights in the safetensors format: the length of the header in 8 bytes, little endian; the header, JSON with
/// type, shape and place of each tensor; then their
/// data, one after the other. Everything that the header says is checked against the file before it is believed.
/// </summary>
public static class Safetensors
{
    private const string Metadata = "__metadata__";
    private const int LengthBytes = 8;

    /// <summary>Reads every tensor.</summary>
    /// <param name="path">
    /// A file; a file that was split into parts, by the name that it had before (<c>x.safetensors</c> for
    /// <c>x.safetensors.00</c> and so on); or a folder that holds exactly one
    /// of either.
    /// </param>
    /// <returns>Tensors of half and single precision by name.</returns>
    /// <exception cref="ModelException">There is no such file, it is damaged, or it holds tensors of another
    /// type.</exception>
    public static IReadOnlyDictionary<string, StoredTensor> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var parts = SafetensorsParts.Find(path);
        try
        {
            var bytes = Joined(parts);
            return Tensors(path, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, "readable weights", "an error", e);
        }
    }

    private static byte[] Joined(IReadOnlyList<string> parts)
    {
        var bytes = new byte[parts.Sum(part => new FileInfo(part).Length)];
        var at = 0;
        foreach (var part in parts)
        {
            using var stream = File.OpenRead(part);
            stream.ReadExactly(bytes.AsSpan(at, (int)stream.Length));
            at += (int)stream.Length;
        }
        return bytes;
    }

    private static Dictionary<string, StoredTensor> Tensors(string path, byte[] bytes)
    {
        if (bytes.Length < LengthBytes)
            throw new ModelException(path, "a header of safetensors", $"{bytes.Length} bytes");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (length > (ulong)(bytes.Length - LengthBytes))
            throw new ModelException(path, $"a header within {bytes.Length} bytes", $"one of {length} bytes");
        var header = bytes.AsMemory(LengthBytes, (int)length);
        var data = bytes.AsMemory(LengthBytes + (int)length);
        try
        {
            using var json = JsonDocument.Parse(header);
            return json.RootElement.EnumerateObject().Where(entry => entry.Name != Metadata)
                .ToDictionary(entry => entry.Name, entry => Tensor($"{path}, {entry.Name}", entry.Value, data.Span));
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new ModelException(path, "a header of safetensors", "something else", e);
        }
    }

    /// <summary>
    /// What reading a header ends in that is no JSON, or whose entries are missing, twice there or of another kind.
    /// </summary>
    private static bool IsDamage(Exception e) =>
        e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException;

    private static StoredTensor Tensor(string where, JsonElement entry, ReadOnlySpan<byte> data)
    {
        var type = entry.GetProperty("dtype").GetString();
        var bytesPerValue = type switch
        {
            "F16" => 2,
            "F32" => 4,
            _ => throw new ModelException(where, "type F16 or F32", $"{type}"),
        };
        var shape = entry.GetProperty("shape").EnumerateArray().Select(side => side.GetInt64()).ToArray();
        var places = entry.GetProperty("data_offsets").EnumerateArray().Select(place => place.GetInt64()).ToArray();
        if (places is not [>= 0 and var begin, var end] || end < begin || end > data.Length)
            throw new ModelException(
                where, $"two offsets within {data.Length} bytes of data", string.Join(", ", places));
        var expected = Bytes(shape, bytesPerValue);
        if (expected != end - begin)
            throw new ModelException(where, $"{expected} bytes for {string.Join('×', shape)}", $"{end - begin}");
        return new StoredTensor(shape, Values(data[(int)begin..(int)end], bytesPerValue));
    }

    /// <returns>−1 where the shape makes no sense.</returns>
    private static long Bytes(long[] shape, long bytesPerValue)
    {
        var bytes = bytesPerValue;
        foreach (var side in shape)
        {
            if (side < 0 || side > int.MaxValue || bytes > int.MaxValue) return -1;
            bytes *= side;
        }
        return bytes;
    }

    private static float[] Values(ReadOnlySpan<byte> bytes, int bytesPerValue)
    {
        var values = new float[bytes.Length / bytesPerValue];
        for (var i = 0; i < values.Length; i++)
        {
            var value = bytes.Slice(i * bytesPerValue, bytesPerValue);
            values[i] = bytesPerValue == 2
                ? (float)BinaryPrimitives.ReadHalfLittleEndian(value)
                : BinaryPrimitives.ReadSingleLittleEndian(value);
        }
        return values;
    }
}
