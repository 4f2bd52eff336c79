using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class WholeBlocksTests
{
    public static TheoryData<int, int, ScalarType> Layers =>
    [
        (4, 2, ScalarType.Float32), (32, 2, ScalarType.Float32), (24, 24, ScalarType.Float32),
        (17, 33, ScalarType.Float32), (32, 16, ScalarType.Float32),
        (4, 8, ScalarType.BFloat16), (24, 24, ScalarType.BFloat16), (32, 16, ScalarType.BFloat16),
    ];

    // Double precision, which Torch computes without oneDNN, says what is right; single precision is right to 1e-6 and
    // BFloat16 to 1/256.
    [Theory]
    [MemberData(nameof(Layers))]
    public void Convolution_OfAnyChannels_HasTheGradientsOfDoublePrecision(int inputs, int outputs, ScalarType type)
    {
        foreach (var (kernel, stride) in new[] { (3, 1L), (3, 2), (1, 1) })
        {
            using var scope = NewDisposeScope();
            var (features, weight) =
                (rand(3, inputs, 8, 8).to(type), (rand(outputs, inputs, kernel, kernel) - 0.5).to(type));
            var (expected, found) =
                (Run(features, weight, stride, ScalarType.Float64), Run(features, weight, stride, type));
            Assert.All(expected.Zip(found),
                pair => Assert.InRange(Distance(pair.First, pair.Second), 0, type == ScalarType.Float32 ? 1e-5 : 0.02));
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.BFloat16)]
    public void Convolution_OfOneChannel_IsThatOfDoublePrecision(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var (features, weight) = (rand(3, 1, 8, 8).to(type), (rand(4, 1, 3, 3) - 0.5).to(type));
        var (expected, found) = (Run(features, weight, 2, ScalarType.Float64), Run(features, weight, 2, type));
        Assert.InRange(Distance(expected[0], found[0]), 0, type == ScalarType.Float32 ? 1e-5 : 0.02);
        Assert.InRange(Distance(expected[2], found[2]), 0, type == ScalarType.Float32 ? 1e-5 : 0.02);
    }

    // Torch takes its tensors from memory that has been used; where it is NaN, what a convolution forgets to write
    // stands out.
    [Fact]
    public void Convolution_OfOnePlaceInBFloat16_WritesAllGradients()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            using var scope = NewDisposeScope();
            var (features, weight) =
                (rand(4, 32, 1, 1).to(ScalarType.BFloat16), rand(32, 32, 3, 3).to(ScalarType.BFloat16));
            var used = Enumerable.Range(0, 11 * 50).Select(index => full([64L << index % 11], float.NaN)).ToList();
            used.ForEach(tensor => tensor.Dispose());
            Assert.All(Run(features, weight, 2, ScalarType.BFloat16),
                tensor => Assert.True(tensor.isfinite().all().item<bool>()));
        }
    }

    [Fact]
    public void Convolution_WithABias_AddsItToItsOutputs()
    {
        using var scope = NewDisposeScope();
        var found = WholeBlocks.Convolution(ones(1, 3, 4, 4), zeros(2, 3, 3, 3), tensor([0.5f, -2f]), stride: 2);
        Assert.Equal([0.5f, 0.5f, 0.5f, 0.5f, -2, -2, -2, -2], found.contiguous().data<float>().ToArray());
    }

    /// <returns>The output, and the gradients of its sum, weighted from 0 to 1, by features and weight.</returns>
    private static Tensor[] Run(Tensor features, Tensor weight, long stride, ScalarType type)
    {
        var (from, by) = (features.to(type).detach().requires_grad_(), weight.to(type).detach().requires_grad_());
        var output = WholeBlocks.Convolution(from, by, bias: null, stride);
        output.backward([linspace(0, 1, output.numel()).reshape(output.shape).to(type)]);
        return [output, from.grad!, by.grad!];
    }

    /// <summary>
    /// The largest difference, as a share of the largest value; not a number when one of the values is none.
    /// </summary>
    private static double Distance(Tensor expected, Tensor found) =>
        ((found.to(ScalarType.Float64) - expected).abs().max() / expected.abs().max()).item<double>();
}
