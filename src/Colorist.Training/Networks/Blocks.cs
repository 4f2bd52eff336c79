using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>The two building blocks of every part: a weighted layer, batch normalisation, ReLU.</summary>
internal static class Blocks
{
    /// <summary>3×3 convolution (padding 1) with batch normalisation and ReLU.</summary>
    public static Module<Tensor, Tensor> Convolution(int inputs, int outputs, int stride = 1, int kernel = 3) =>
        Sequential(
            ("convolution", Weighted.Convolution(inputs, outputs, kernel, stride)),
            ("norm", new BatchNorm(outputs)),
            ("relu", ReLU(inplace: true)));

    /// <summary>Fully connected layer with batch normalisation and ReLU.</summary>
    public static Module<Tensor, Tensor> FullyConnected(int inputs, int outputs) =>
        Sequential(
            ("linear", Weighted.FullyConnected(inputs, outputs)),
            ("norm", new BatchNorm(outputs)),
            ("relu", ReLU(inplace: true)));

    /// <summary>
    /// Lays a tensor out with the channels last; convolutions keep that layout and run 1.1 to 1.3 times as fast in it
    /// on a processor.
    /// </summary>
    /// <param name="features">N×C×H×W.</param>
    /// <returns>N×C×H×W.</returns>
    public static Tensor ChannelsLast(Tensor features) => features.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
}
