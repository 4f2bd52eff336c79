using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class ColorLossTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly ColorizationNetwork sigmoid = new(NetworkSizes.Tiny);
    private readonly ColorizationNetwork bins = new(NetworkSizes.Tiny with { Output = ColorOutput.Bins });

    public void Dispose() => scope.Dispose();

    [Theory]
    [InlineData(ColorLossKind.MeanSquared)]
    [InlineData(ColorLossKind.Distance)]
    [InlineData(ColorLossKind.Difference)]
    [InlineData(ColorLossKind.CrossEntropy)]
    public void Of_Backward_TeachesEverythingButClassification(ColorLossKind kind)
    {
        var network = kind == ColorLossKind.CrossEntropy ? bins : sigmoid;
        var (output, _) = network.forward(rand(4, 1, 32, 32) * 100);
        new ColorLoss(new LossRecipe { Kind = kind }).Compute(network, output, Everywhere(30, -20).repeat(4, 1, 4, 4))
            .backward();

        var taught = network.named_parameters()
            .Where(parameter => parameter.parameter.grad is not null).Select(parameter => parameter.name.Split('.')[0]);
        Assert.Equal(["colorization", "fusion", "global", "lowLevel", "midLevel"], taught.Distinct().Order());
    }

    [Fact]
    public void MeanSquared_KnownDifference_IsTheMeanSquareOnAScaleOf0To1() =>
        Assert.Equal(0.01, Loss(new LossRecipe(), Everywhere(30, 30), Everywhere(10, 10)), 1e-6); // 20 of 200, squared

    [Fact]
    public void MeanSquared_TruthBeyondTheNetworksRange_CountsAsItsEnd() =>
        Assert.Equal(0, Loss(new LossRecipe(), Everywhere(-100, -100), Everywhere(-107, -107)), 1e-9);

    [Fact]
    public void Distance_KnownDifference_IsTheLengthOnAScaleOf0To1() =>
        // 50 of 200
        Assert.Equal(
            0.25, Loss(new LossRecipe { Kind = ColorLossKind.Distance }, Everywhere(30, 40), Everywhere(0, 0)), 1e-3);

    [Theory]
    [InlineData(30, 40, 0, 0)]
    [InlineData(3, 0, 0, 0)]   // a* near grey counts half as much again
    [InlineData(0, 3, 0, 0)]
    [InlineData(50, 60, 40, 30)]
    [InlineData(-30, 20, -10, 25)]
    [InlineData(60, 10, 62, 5)]
    public void Difference_KnownColors_IsNearCiede2000(float a, float b, float trueA, float trueB)
    {
        var found = 200 * Loss(new LossRecipe
        {
            Kind = ColorLossKind.Difference,
            Roundness = 0.01
        }, Everywhere(a, b), Everywhere(trueA, trueB));
        var exact = ColorDifference.Ciede2000((50, a, b), (50, trueA, trueB));
        Assert.InRange(found / exact, 0.8, 1.1); // the factor for single hues is missing
    }

    [Theory]
    [InlineData(1, 50)]  // 0, 0 and 100: their median is 0, but for the rounding
    [InlineData(1000, 50)] // their mean is 33
    public void Distance_Roundness_GoesFromTheMedianToTheMean(double roundness, float start)
    {
        var recipe = new LossRecipe { Kind = ColorLossKind.Distance, Roundness = roundness };
        var output = full([1, 2, 1, 3], start / 200 + 0.5f, requires_grad: true);
        var truth = tensor(new float[] { 0, 0, 90, 0, 0, 0 }, [1, 2, 1, 3]);
        for (var step = 0; step < 3000; step++)
        {
            output.grad?.zero_();
            new ColorLoss(recipe).Compute(sigmoid, output, truth).backward();
            using var noGradients = no_grad();
            output.sub_(output.grad!.mean([3], keepdim: true) * (float)(0.02 * roundness));
        }
        Assert.Equal(roundness == 1 ? 0 : 30, 200 * output[0, 0, 0, 0].item<float>() - 100, 2f);
    }

    [Fact]
    public void ChromaWeight_LivelyPlaces_CountMore()
    {
        // One place in two is grey and right, the other has a chroma of 30 and is missed: weights 1 and 1 + 2 · 30 /
        // 10.
        var truth = cat([Everywhere(0, 0), Everywhere(0, 30)], dim: 3);
        var found = Loss(new LossRecipe { ChromaWeight = 2 }, zeros_like(truth), truth);
        Assert.Equal(Math.Pow(30.0 / 200, 2) / 2 * 7 / 8, found, 1e-6);
    }

    [Theory]
    [InlineData(1)]   // the true colour turned by a right angle: as lively
    [InlineData(2)]   // livelier
    [InlineData(0.5)] // half the liveliness is missing
    public void Paleness_OfAPlace_CountsWhatItsLivelinessLacks(float length)
    {
        var (truth, turned) = (Everywhere(0, 30), Everywhere(length * 30, 0));
        var added = Loss(new LossRecipe { Paleness = 4 }, turned, truth) - Loss(new LossRecipe(), turned, truth);
        Assert.Equal(4 * Math.Max(0, Liveliness(30) - Liveliness(length * 30)) / 200, added, 1e-5);
    }

    [Fact]
    public void Paleness_OfOnePlace_IsNotMadeUpForByAnother()
    {
        // As many colours, as lively, each at the other's place.
        var truth = cat([Everywhere(0, 0), Everywhere(0, 30)], dim: 3);
        var added = Loss(new LossRecipe { Paleness = 1 }, truth.flip(3), truth)
            - Loss(new LossRecipe(), truth.flip(3), truth);
        Assert.Equal(Liveliness(30) / 2 / 200, added, 1e-5);
    }

    [Fact]
    public void Paleness_GreyPicture_HasAFiniteSlope()
    {
        var output = full([1, 2, 4, 4], 0.5f, requires_grad: true);
        new ColorLoss(new LossRecipe { Paleness = 1 }).Compute(sigmoid, output, zeros(1, 2, 4, 4)).backward();
        Assert.True(output.grad!.isfinite().all().item<bool>());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-45, 26)]
    [InlineData(3, -10.5)]
    [InlineData(60, 79)]
    public void CrossEntropy_OfAnyColor_IsLeastWhereTheMeanOfTheBinsIsThatColor(double a, double b)
    {
        // Gradient descent on free logits: what it ends at is the distribution that the loss asks for.
        var logits = zeros(1, ColorBins.Count, 1, 1, requires_grad: true);
        var loss = new ColorLoss(new LossRecipe { Kind = ColorLossKind.CrossEntropy });
        var truth = tensor(new float[] { (float)a, (float)b }, [1, 2, 1, 1]);
        for (var step = 0; step < 1500; step++)
        {
            logits.grad?.zero_();
            loss.Compute(bins, logits, truth).backward();
            using var noGradients = no_grad();
            logits.sub_(logits.grad!);
        }
        var color = bins.Chroma(logits.detach()).data<float>().ToArray();
        Assert.Equal(a, color[0], 1.0);
        Assert.Equal(b, color[1], 1.0);
    }

    [Fact]
    public void CrossEntropy_ColorBeyondTheBins_CountsAsTheirEnd()
    {
        var logits = rand(1, ColorBins.Count, 1, 1);
        var loss = new ColorLoss(new LossRecipe { Kind = ColorLossKind.CrossEntropy });
        Assert.Equal(
            loss.Compute(bins, logits, Everywhere(80, -80)[.., .., ..1, ..1]).item<float>(),
            loss.Compute(bins, logits, Everywhere(95, -107)[.., .., ..1, ..1]).item<float>());
    }

    [Fact]
    public void Chroma_LowTemperature_GoesFromTheMeanToTheLikeliestBin()
    {
        var logits = zeros(1, ColorBins.Count, 1, 1);
        logits.fill_(-50);
        logits[0, 5 * 11 + 10, 0, 0] = 1; // a* 0, b* 80
        logits[0, 5 * 11 + 5, 0, 0] = 0;  // grey
        var mean = bins.Chroma(logits)[0, 1, 0, 0].item<float>();
        bins.Temperature = 0.1;
        Assert.Equal(80 / (1 + Math.Exp(-1)), mean, 1e-3);
        Assert.Equal(80, bins.Chroma(logits)[0, 1, 0, 0].item<float>(), 0.01f);
    }

    private static double Liveliness(double chroma) => 20 * Math.Log(1 + chroma * chroma / 400);

    private double Loss(LossRecipe recipe, Tensor predicted, Tensor truth) =>
        new ColorLoss(recipe).Compute(sigmoid, (predicted + 100) / 200, truth).item<float>();

    private static Tensor Everywhere(float a, float b) => cat([full([1, 1, 4, 4], a), full([1, 1, 4, 4], b)], dim: 1);
}
