using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// Two convolutions whose result is added to what went in (He, Zhang, Ren and Sun 2016). There is no batch
/// normalisation: the trunk was trained with it and
/// had it folded into the convolutions.
/// </summary>
internal sealed class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly Weighted conv1;
    private readonly Weighted conv2;
    private readonly Weighted? down;
    private readonly int stride;

    /// <param name="inputs">Channels that go in.</param>
    /// <param name="outputs">
    /// Channels that come out; where they differ, what went in passes a 1×1 convolution of the same stride before it is
    /// added.
    /// </param>
    /// <param name="stride">1, or 2 to halve both sides; 2 needs different numbers of channels.</param>
    public ResidualBlock(int inputs, int outputs, int stride = 1) : base(nameof(ResidualBlock))
    {
        this.stride = stride;
        conv1 = Weighted.Convolution(inputs, outputs, kernel: 3, stride, hasBias: true);  // C × H/stride × W/stride
        conv2 = Weighted.Convolution(outputs, outputs, kernel: 3, hasBias: true);         // C × H/stride × W/stride
        if (inputs != outputs)
            down = Weighted.Convolution(inputs, outputs, kernel: 1, hasBias: true);       // C × H/stride × W/stride
        RegisterComponents();
    }

    /// <param name="features">N×inputs×H×W.</param>
    /// <returns>N×outputs×H/stride×W/stride.</returns>
    public override Tensor forward(Tensor features)
    {
        var change = conv2.forward(conv1.forward(features).relu_());
        return change.add(down?.forward(EveryOther(features)) ?? features).relu_();
    }

    // The same as a stride of the 1×1 convolution, which libtorch 2.10 computes wrongly where many channels lie last.
    private Tensor EveryOther(Tensor features) =>
        features.slice(2, 0, features.shape[2], stride).slice(3, 0, features.shape[3], stride);
}
