using System.Buffers.Binary;

namespace Colorist.Modelling;

/// <summary>Reads the numbers of one tensor out of a Torch7 file, in single precision, block by block.</summary>
internal static class TorchNumbers
{
    private const int Block = 8192; // numbers

    /// <param name="stream">The file.</param>
    /// <param name="storage">Where they are.</param>
    /// <param name="tensor">Which of them.</param>
    /// <param name="bytesPerNumber">In the file.</param>
    /// <param name="where">File and tensor, for messages.</param>
    /// <exception cref="ModelException">The tensor reaches out of its storage, or holds no weights.</exception>
    public static float[] Read(
        Stream stream, TorchStorage storage, TorchTensor tensor, int bytesPerNumber, string where)
    {
        if (Convert(storage.Type) is not { } convert)
            throw new ModelException(where, "numbers with a fraction", $"torch.{storage.Type}Storage");
        var count = Count(storage, tensor, where);
        stream.Seek(storage.Position + (tensor.Offset - 1) * bytesPerNumber, SeekOrigin.Begin);
        var (numbers, bytes) = (new float[count], new byte[Block * bytesPerNumber]);
        for (var done = 0; done < numbers.Length; done += Block)
        {
            var many = Math.Min(Block, numbers.Length - done);
            stream.ReadExactly(bytes.AsSpan(0, many * bytesPerNumber));
            for (var i = 0; i < many; i++) numbers[done + i] = convert(bytes.AsSpan(i * bytesPerNumber));
        }
        return numbers;
    }

    private delegate float Conversion(ReadOnlySpan<byte> bytes);

    private static Conversion? Convert(string type) => type switch
    {
        "Double" or "CudaDouble" => bytes => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        "Float" or "Cuda" => BinaryPrimitives.ReadSingleLittleEndian,
        "Half" or "CudaHalf" => bytes => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        _ => null,
    };

    /// <summary>The tensor's numbers lie one after the other, inside the storage.</summary>
    private static long Count(TorchStorage storage, TorchTensor tensor, string where)
    {
        var count = 1L;
        for (var side = tensor.Sizes.Length - 1; side >= 0; side--)
        {
            if (tensor.Sizes[side] < 1 || tensor.Sizes[side] > storage.Count / count)
                throw new ModelException(
                    where, $"sides within {storage.Count} numbers", string.Join('×', tensor.Sizes));
            if (tensor.Sizes[side] > 1 && tensor.Strides[side] != count)
                throw new ModelException(where, "numbers one after the other", $"steps of {tensor.Strides[side]}");
            count *= tensor.Sizes[side];
        }
        if (tensor.Offset < 1 || tensor.Offset - 1 > storage.Count - count)
            throw new ModelException(where, $"a begin within {storage.Count} numbers", $"{tensor.Offset}");
        return count <= Array.MaxLength ? count : throw new ModelException(where, "fewer numbers", $"{count}");
    }
}
