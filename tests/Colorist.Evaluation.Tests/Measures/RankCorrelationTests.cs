namespace Colorist.Evaluation.Tests;

public sealed class RankCorrelationTests
{
    [Theory]
    [InlineData(new float[] { 1, 2, 3 }, new float[] { 10, 200, 3000 }, 1)]
    [InlineData(new float[] { 1, 2, 3 }, new float[] { 5, 4, 0 }, -1)]
    [InlineData(new float[] { 1, 2, 3, 4, 5 }, new float[] { 2, 1, 4, 3, 5 }, 0.8)] // 1 − 6 · 4 / (5 · 24)
    [InlineData(new float[] { 1, 2, 2, 3 }, new float[] { 1, 2, 3, 4 }, 0.948683)] // ranks 0, 1.5, 1.5, 3: √0.9
    public void Measure_KnownOrders_IsSpearmans(float[] first, float[] second, double expected) =>
        Assert.Equal(expected, RankCorrelation.Measure(first, second), 6);

    [Fact]
    public void Measure_DifferentNumbers_IsRefused() =>
        Assert.Throws<ArgumentException>(() => RankCorrelation.Measure([1, 2], [1]));
}
