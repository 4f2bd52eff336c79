using System.Runtime.InteropServices;

namespace Colorist.Modelling;

/// <summary>
/// The file of weights that both graphs point into: each tensor once, little endian, at a multiple of 64 bytes.
/// </summary>
internal sealed class WeightsFile(Stream stream, string fileName)
{
    private const int Alignment = 64;

    private readonly Dictionary<string, TensorProto> tensors = [];

    /// <summary>The tensor of that name as an initializer that points into the file.</summary>
    public TensorProto this[string name] => tensors[name];

    public static WeightsFile Write(Stream stream, string fileName, FoldedNetwork network, WeightStorage storage)
    {
        var file = new WeightsFile(stream, fileName);
        foreach (var plan in network.Sizes.Layers)
        {
            var layer = network.Layers[plan.Name];
            var (weight, bias) = (plan.Name + ".weight", plan.Name + ".bias");
            if (storage == WeightStorage.SinglePrecision)
                file.Add(weight, layer.WeightShape, layer.Weight, ElementType.Float);
            else file.Add(weight, layer.WeightShape, Halves(plan.Name, layer.Weight), ElementType.Float16);
            file.Add(bias, [layer.Bias.Length], layer.Bias, ElementType.Float);
        }
        return file;
    }

    private static Half[] Halves(string name, float[] weights)
    {
        var halves = Array.ConvertAll(weights, weight => (Half)weight);
        var tooLarge = Array.FindIndex(halves, half => !Half.IsFinite(half));
        if (tooLarge < 0) return halves;
        throw new ArgumentException(
            $"layer {name}: expected weights within ±65504, the range of float16, found {weights[tooLarge]}");
    }

    /// <summary>Stores a tensor.</summary>
    /// <returns>An initializer that points to it.</returns>
    public TensorProto Add<T>(string name, long[] shape, T[] values, ElementType type) where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Models are written on little-endian processors only.");
        var bytes = MemoryMarshal.AsBytes<T>(values);
        stream.Write(new byte[(Alignment - stream.Position % Alignment) % Alignment]);
        var tensor = new TensorProto
        {
            Name = name,
            Dims = shape,
            DataType = type,
            DataLocation = DataLocation.External
        };
        tensor.ExternalData.Add(new() { Key = "location", Value = fileName });
        tensor.ExternalData.Add(new() { Key = "offset", Value = $"{stream.Position}" });
        tensor.ExternalData.Add(new() { Key = "length", Value = $"{bytes.Length}" });
        stream.Write(bytes);
        tensors.Add(name, tensor);
        return tensor;
    }
}
