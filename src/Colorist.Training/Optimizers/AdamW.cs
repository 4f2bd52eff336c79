using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019), β = 0.9 and 0.999.</summary>
internal sealed class AdamW(IEnumerable<Parameter> weights, double weightDecay) : Optimizer(weights, memories: 2)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;

    private readonly Scalar beta1 = Beta1;
    private readonly Scalar beta2 = Beta2;
    private readonly Scalar newInMean = 1 - Beta1;
    private readonly Scalar newInSquare = 1 - Beta2;
    private readonly Scalar epsilon = 1e-8;
    private Scalar kept = 1;
    private Scalar rootOfSquareBias = 1;
    private Scalar stepSize = 0;

    private protected override void BeginStep(double learningRate)
    {
        kept = 1 - learningRate * weightDecay;
        rootOfSquareBias = 1 / Math.Sqrt(1 - Math.Pow(Beta2, Steps));
        stepSize = -learningRate / (1 - Math.Pow(Beta1, Steps));
    }

    private protected override void Move(Parameter weight, Tensor gradient, Tensor[] memory)
    {
        var (mean, square) = (memory[0], memory[1]);
        weight.mul_(kept);
        mean.mul_(beta1).add_(gradient, newInMean);
        square.mul_(beta2).addcmul_(gradient, gradient, newInSquare);
        weight.addcdiv_(mean, square.sqrt().mul_(rootOfSquareBias).add_(epsilon), stepSize);
    }
}
