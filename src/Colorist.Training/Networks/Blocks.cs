using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training.Networks;

/// <summary>The two building blocks of every part: a weighted layer, batch normalisation, ReLU.</summary>
internal static class Blocks
{
    /// <summary>3×3 convolution (padding 1) with batch normalisation and ReLU.</summary>
    public static Module<Tensor, Tensor> Convolution(int inputs, int outputs, int stride = 1, int kernel = 3) =>
        Sequential(
            ("convolution", ChannelsLast(Conv2d(inputs, outputs, kernel, stride, padding: kernel / 2, bias: false))),
            ("norm", BatchNorm2d(outputs)),
            ("relu", ReLU(inplace: true)));

    /// <summary>Fully connected layer with batch normalisation and ReLU.</summary>
    public static Module<Tensor, Tensor> FullyConnected(int inputs, int outputs) =>
        Sequential(
            ("linear", Linear(inputs, outputs, hasBias: false)),
            ("norm", BatchNorm1d(outputs)),
            ("relu", ReLU(inplace: true)));

    /// <summary>Stores weights with the channels last, in which order the processor's convolutions run 1.1 to 1.3 times as fast.</summary>
    public static Module<Tensor, Tensor> ChannelsLast(TorchSharp.Modules.Conv2d convolution)
    {
        using var _ = no_grad();
        using var weight = convolution.weight.permute(0, 2, 3, 1).contiguous();
        convolution.weight.set_(weight.permute(0, 3, 1, 2));
        return convolution;
    }
}
