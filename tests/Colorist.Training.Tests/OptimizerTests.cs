using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Adadelta = Colorist.Training.Adadelta;
using AdamW = Colorist.Training.AdamW;

namespace Colorist.Training.Tests;

/// <summary>Ours against Torch's own.</summary>
public sealed class OptimizerTests
{
    [Fact]
    public void AdamW_TenSteps_EqualsTorchs() =>
        AssertSame(weights => new AdamW(weights, weightDecay: 0.1),
            weights => optim.AdamW(weights, lr: 0.01, weight_decay: 0.1), rate: 0.01);

    [Fact]
    public void Adadelta_TenSteps_EqualsTorchs() =>
        AssertSame(
            weights => new Adadelta(weights), weights => optim.Adadelta(weights, lr: 1, rho: 0.95, eps: 1e-6), rate: 1);

    private static void AssertSame(
        Func<Parameter[], Optimizer> ours, Func<Parameter[], optim.Optimizer> torchs, double rate)
    {
        using var scope = NewDisposeScope();
        var start = rand(3, 4);
        var (left, right) = (new Parameter(start.clone()), new Parameter(start.clone()));
        using var optimizer = ours([left]);
        using var reference = torchs([right]);
        for (var step = 0; step < 10; step++)
        {
            var goal = rand(3, 4);
            optimizer.ZeroGradients();
            (left - goal).square().sum().backward();
            optimizer.Step(rate);
            reference.zero_grad();
            (right - goal).square().sum().backward();
            reference.step();
        }
        Assert.True(left.allclose(right, rtol: 1e-5, atol: 1e-6));
        Assert.False(left.allclose(start, rtol: 1e-3, atol: 1e-3));
    }
}
