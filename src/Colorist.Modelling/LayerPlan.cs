namespace Colorist.Modelling;

/// <summary>What one layer of a network must look like at given sizes.</summary>
/// <param name="Name">The part and the layer's number in it: <c>low.0</c>.</param>
/// <param name="WeightShape">Outputs×inputs×k×k of a convolution, outputs×inputs of a fully connected layer.</param>
/// <param name="Stride">Step of a convolution, 1 or 2.</param>
public sealed record LayerPlan(string Name, long[] WeightShape, int Stride)
{
    internal static LayerPlan Convolution(string name, int inputs, int outputs, int stride = 1, int kernel = 3) =>
        new(name, [outputs, inputs, kernel, kernel], stride);

    internal static LayerPlan FullyConnected(string name, int inputs, int outputs) =>
        new(name, [outputs, inputs], Stride: 1);
}
