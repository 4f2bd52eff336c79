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
        AssertSame(weights => new AdamW([new WeightGroup(weights)], weightDecay: 0.1),
            weights => optim.AdamW(weights, lr: 0.01, weight_decay: 0.1), rate: 0.01);

    [Fact]
    public void AdamW_OtherDecays_EqualsTorchs() =>
        AssertSame(weights => new AdamW([new WeightGroup(weights)], weightDecay: 0, meanDecay: 0.5, squareDecay: 0.9),
            weights => optim.AdamW(weights, lr: 0.01, beta1: 0.5, beta2: 0.9, weight_decay: 0), rate: 0.01);

    [Fact]
    public void AdamW_GroupOfAnotherRateWithoutDecay_EqualsTorchsOfThatRate() =>
        AssertSame(weights => new AdamW([new WeightGroup(weights, Rate: 0.2, Decays: false)], weightDecay: 0.1),
            weights => optim.AdamW(weights, lr: 0.002, weight_decay: 0), rate: 0.01);

    [Fact]
    public void Adadelta_LongGradient_IsCutToTheLengthAskedFor()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (new Parameter(zeros(3)), new Parameter(zeros(4)));
        using var optimizer = new Adadelta([new WeightGroup([first, second])], maxNorm: 5);
        var (left, right) = (tensor(new float[] { 30, 0, 0 }), tensor(new float[] { 0, 40, 0, 0 }));
        ((first * left).sum() + (second * right).sum()).backward(); // 50 long: 3 and 4 after the cut
        optimizer.Step(1);
        var (cutFirst, cutSecond) = (new Parameter(zeros(3)), new Parameter(zeros(4)));
        using var plain = new Adadelta([new WeightGroup([cutFirst, cutSecond])]);
        ((cutFirst * left / 10).sum() + (cutSecond * right / 10).sum()).backward();
        plain.Step(1);
        Assert.True(first.allclose(cutFirst, rtol: 1e-4) && second.allclose(cutSecond, rtol: 1e-4));
    }

    [Fact]
    public void Adadelta_TenSteps_EqualsTorchs() =>
        AssertSame(
            weights => new Adadelta([new WeightGroup(weights)]),
            weights => optim.Adadelta(weights, lr: 1, rho: 0.95, eps: 1e-6), rate: 1);

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
