using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019).</summary>
/// <param name="groups">What it moves.</param>
/// <param name="weightDecay">Per step, times the learning rate.</param>
/// <param name="meanDecay">β₁.</param>
/// <param name="squareDecay">β₂.</param>
/// <param name="maxNorm">Length that all gradients together are cut to; null never cuts them.</param>
internal sealed class AdamW(
    IEnumerable<WeightGroup> groups, double weightDecay, double meanDecay = 0.9, double squareDecay = 0.999,
    double? maxNorm = null) : Optimizer(groups, memories: 2, maxNorm)
{
    private readonly Scalar beta1 = meanDecay;
    private readonly Scalar beta2 = squareDecay;
    private readonly Scalar newInMean = 1 - meanDecay;
    private readonly Scalar newInSquare = 1 - squareDecay;
    private readonly Scalar epsilon = 1e-8;
    private Scalar kept = 1;
    private Scalar rootOfSquareBias = 1;
    private Scalar stepSize = 0;

    private protected override void BeginStep(double learningRate, bool decays)
    {
        kept = decays ? 1 - learningRate * weightDecay : 1;
        rootOfSquareBias = 1 / Math.Sqrt(1 - Math.Pow(squareDecay, Steps));
        stepSize = -learningRate / (1 - Math.Pow(meanDecay, Steps));
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
