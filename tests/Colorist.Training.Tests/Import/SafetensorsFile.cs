using System.Text;
using System.Text.Json;

namespace Colorist.Training.Tests;

/// <summary>Writes small files in the safetensors format.</summary>
internal static class SafetensorsFile
{
    public static void Write(string path, IEnumerable<KeyValuePair<string, (long[] Shape, float[] Values)>> tensors)
    {
        var header = new Dictionary<string, object>();
        var data = new List<byte>();
        foreach (var (name, (shape, values)) in tensors)
        {
            var begin = data.Count;
            foreach (var value in values) data.AddRange(BitConverter.GetBytes(value));
            header.Add(name, new { dtype = "F32", shape, data_offsets = new[] { begin, data.Count } });
        }
        File.WriteAllBytes(path, Bytes(JsonSerializer.Serialize(header), [.. data]));
    }

    public static byte[] Bytes(string header, byte[] data)
    {
        var text = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((ulong)text.Length), .. text, .. data];
    }
}
