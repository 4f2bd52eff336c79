using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>ADADELTA (Zeiler 2012), ρ = 0.95 and ε = 1e-6 as in its paper; it has no weight decay.</summary>
/// <param name="groups">What it moves.</param>
/// <param name="maxNorm">Length that all gradients together are cut to; null never cuts them.</param>
internal sealed class Adadelta(IEnumerable<WeightGroup> groups, double? maxNorm = null)
    : Optimizer(groups, memories: 2, maxNorm)
{
    private const double Rho = 0.95;

    private readonly Scalar rho = Rho;
    private readonly Scalar fresh = 1 - Rho;
    private readonly Scalar epsilon = 1e-6;
    private Scalar stepSize = 0;

    private protected override void BeginStep(double learningRate, bool decays) => stepSize = -learningRate;

    private protected override void Move(Parameter weight, Tensor gradient, Tensor[] memory)
    {
        var (squaredGradient, squaredStep) = (memory[0], memory[1]);
        squaredGradient.mul_(rho).addcmul_(gradient, gradient, fresh);
        var step = squaredStep.add(epsilon).sqrt_().div_(squaredGradient.add(epsilon).sqrt_()).mul_(gradient);
        squaredStep.mul_(rho).addcmul_(step, step, fresh);
        weight.add_(step, stepSize);
    }
}
