namespace Colorist.Modelling;

/// <summary>
/// The layers of the local network in 8 bits: activations 0..255, or −128..127, with one step each, found on real
/// pictures; weights −127..127 with one step per output. Layers whose input or output has no step stay as they are: the
/// first (one channel), the last (colours), and in a ResNet-18 the fusion layer.
/// </summary>
/// <param name="network">The layers.</param>
/// <param name="file">Takes their 8-bit weights.</param>
/// <param name="steps">Of the activations, by the name of the tensor.</param>
internal sealed class EightBits(FoldedNetwork network, WeightsFile file, IReadOnlyDictionary<string, float> steps)
{
    private const int Most = 127;

    private readonly Dictionary<string, Layer> stored = []; // graphs share them

    /// <summary>The step of an activation; null if it stays in single precision.</summary>
    public float? Step(string tensor) => steps.TryGetValue(tensor, out var step) ? step : null;

    /// <summary>Stores a layer's weights and biases.</summary>
    /// <param name="plan">Which layer.</param>
    /// <param name="inputStep">Of its input.</param>
    /// <returns>The stored tensors, and the step of the weights and of the bias for each output.</returns>
    public Layer Store(LayerPlan plan, float inputStep) =>
        stored.TryGetValue(plan.Name, out var layer) ? layer : stored[plan.Name] = New(plan, inputStep);

    private Layer New(LayerPlan plan, float inputStep)
    {
        var layer = network.Layers[plan.Name];
        var perOutput = layer.Weight.Length / layer.Bias.Length;
        var weightSteps = layer.Weight.Chunk(perOutput).Select(weights => Math.Max(weights.Max(Math.Abs), 1e-6f) / Most)
            .ToArray();
        var biasSteps = weightSteps.Select(step => step * inputStep).ToArray();
        var weights = layer.Weight.Select((weight, index) => (sbyte)Math.Round(weight / weightSteps[index / perOutput]))
            .ToArray();
        var biases = layer.Bias.Select((bias, output) => (int)Math.Round(bias / biasSteps[output])).ToArray();
        return new Layer(
            file.Add(plan.Name + ".weight.8", layer.WeightShape, weights, ElementType.Int8), weightSteps,
            file.Add(plan.Name + ".bias.32", [biases.Length], biases, ElementType.Int32), biasSteps);
    }

    /// <param name="Weight">Signed 8 bits.</param>
    /// <param name="WeightSteps">One per output.</param>
    /// <param name="Bias">Signed 32 bits.</param>
    /// <param name="BiasSteps">One per output.</param>
    public sealed record Layer(TensorProto Weight, float[] WeightSteps, TensorProto Bias, float[] BiasSteps);
}
