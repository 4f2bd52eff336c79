using System.Globalization;
using System.Runtime.InteropServices;
using ProtoBuf;

namespace Colorist.Modelling;

/// <summary>The layers of a model that was exported, read back.</summary>
public static class ModelWeights
{
    private const string Weight = ".weight", Bias = ".bias";

    /// <summary>Reads every layer of the model's graphs.</summary>
    /// <param name="folder">Of the model.</param>
    /// <returns>Its card, and its layers by name.</returns>
    /// <exception cref="ModelException">The model is missing or damaged.</exception>
    public static (ModelCard Card, IReadOnlyDictionary<string, FoldedLayer> Layers) Read(string folder)
    {
        var card = ModelCard.Read(Path.Combine(folder, ModelCard.FileName));
        foreach (var file in card.Files) file.Check(folder);
        var bytes = File.ReadAllBytes(Path.Combine(folder, ModelFile.Weights));
        string[] known = [ModelFile.GlobalGraph, ModelFile.PaletteGraph, ModelFile.LocalGraph];
        var graphs = known.Intersect(card.Files.Select(file => file.Name));
        var tensors = graphs.SelectMany(graph => Stored(Path.Combine(folder, graph))).DistinctBy(tensor => tensor.Name)
            .ToDictionary(tensor => tensor.Name);
        var layers = tensors.Keys.Where(name => name.EndsWith(Weight, StringComparison.Ordinal))
            .Select(name => name[..^Weight.Length]);
        return (card, layers.ToDictionary(layer => layer, layer => new FoldedLayer(
            tensors[layer + Weight].Dims, Values(tensors[layer + Weight], bytes),
            Values(tensors[layer + Bias], bytes))));
    }

    private static IEnumerable<TensorProto> Stored(string graph)
    {
        using var file = File.OpenRead(graph);
        return Serializer.Deserialize<ModelProto>(file).Graph.Initializer
            .Where(tensor => tensor.DataLocation == DataLocation.External);
    }

    private static float[] Values(TensorProto tensor, byte[] file)
    {
        int At(string key) =>
            int.Parse(tensor.ExternalData.Single(entry => entry.Key == key).Value, CultureInfo.InvariantCulture);
        var bytes = file.AsSpan(At("offset"), At("length"));
        return tensor.DataType == ElementType.Float16
            ? Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(bytes).ToArray(), half => (float)half)
            : MemoryMarshal.Cast<byte, float>(bytes).ToArray();
    }
}
