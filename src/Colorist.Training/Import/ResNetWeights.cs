using System.Globalization;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>Puts a file of weights of the ResNet-18 family into its Torch network.</summary>
internal static class ResNetWeights
{
    /// <summary>
    /// Reads every weight of the network, batch normalisation kept apart, so that training can go on.
    /// </summary>
    /// <param name="path">
    /// See <see cref="Safetensors.Read"/>; tensors that the network has no place for are left out: a baseline takes
    /// from the same file.
    /// </param>
    /// <param name="network">Any mode.</param>
    /// <exception cref="ModelException">The file is damaged, or a tensor is missing or of another shape.</exception>
    public static void Load(string path, ResNetNetwork network)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var tensors = Safetensors.Read(path);
        foreach (var layer in NetworkLayer.All(network))
        {
            var (name, shape) = (layer.Plan.Name, layer.Plan.WeightShape);
            layer.Weights.Weight.copy_(tensor(Values($"{name}.weight", shape), shape));
            if (layer.Norm is null) layer.Weights.Bias!.copy_(tensor(Values($"{name}.bias", [shape[0]])));
            else layer.Norm.Take(Norm("weight"), Norm("bias"), Norm("running_mean"), Norm("running_var"));

            float[] Norm(string part) => Values($"{NormBehind(name)}.{part}", [shape[0]]);
        }

        float[] Values(string name, long[] shape)
        {
            if (!tensors.TryGetValue(name, out var found)) throw new ModelException(path, $"a tensor {name}", "none");
            return found.Shape.SequenceEqual(shape)
                ? found.Values
                : throw new ModelException(path, $"{name} of {string.Join('×', shape)}", string.Join('×', found.Shape));
        }
    }

    /// <summary>
    /// The layers are numbered, and the normalisation follows its convolution: <c>mid32.0</c> and <c>mid32.1</c>.
    /// </summary>
    private static string NormBehind(string layer)
    {
        var dot = layer.LastIndexOf('.');
        return $"{layer[..dot]}.{int.Parse(layer[(dot + 1)..], CultureInfo.InvariantCulture) + 1}";
    }
}
