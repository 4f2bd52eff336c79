using System.Globalization;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class TrunkMeasuresTests
{
    /// <summary>Of independent features the distance is Σ (m₁ − m₂)² + (s₁ − s₂)², s the standard deviations.</summary>
    [Fact]
    public void Between_IndependentFeatures_IsTheSumOverThem()
    {
        using var scope = NewDisposeScope();
        // each row with every combination of signs: means 0, deviations 1 without any correlation
        var signs = tensor(new double[,] { { 1, 1 }, { 1, -1 }, { -1, 1 }, { -1, -1 } });
        var unit = signs.mul(Math.Sqrt(3.0 / 4)); // an unbiased variance of 1
        var first = unit.mul(tensor([2.0, 3.0], [2])).add(tensor([1.0, 0.0], [2]));
        var second = unit.mul(tensor([5.0, 1.0], [2])).add(tensor([4.0, -1.0], [2]));
        Assert.Equal(9 + 1 + 9 + 4, FrechetDistance.Between(first, second), 6);
        Assert.Equal(0, FrechetDistance.Between(first, first), 6);
    }

    [Fact]
    public void Rows_OfThreeModels_GrowWithWhatTheyChange()
    {
        var (same, little, much) = (Measure(0), Measure(20), Measure(120));
        Assert.All(same, value => Assert.InRange(value, -1e-3, 1e-3));
        Assert.All(little.Zip(same), pair => Assert.True(pair.First > pair.Second));
        Assert.All(much.Zip(little), pair => Assert.True(pair.First > pair.Second));
    }

    /// <summary>LPIPS-R18 and FID-R18 of a model that makes every picture redder.</summary>
    private static double[] Measure(int redder)
    {
        manual_seed(1);
        using var measures = new TrunkMeasures(new ColorTrunk(ResNetSizes.Tiny));
        var random = new Random(1);
        for (var i = 0; i < 4; i++)
        {
            var truth = new byte[64 * 64 * 3];
            random.NextBytes(truth);
            byte[] made = [.. truth.Select((value, j) => (byte)(j % 3 == 0 ? Math.Min(255, value + redder) : value))];
            RgbPicture Picture(byte[] pixels) => new(64, 64, pixels);
            measures.Add(new ColoredPicture(Picture(truth), Picture(made), Picture(made)));
        }
        var rows = measures.Rows();
        Assert.All(rows, row => Assert.Equal(row.Grey, row.Model)); // both were given the same picture
        return [.. rows.Select(row => double.Parse(row.Model, CultureInfo.InvariantCulture))];
    }
}
