namespace Colorist.Evaluation.Tests;

public sealed class SceneRankTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Of_DistinctProbabilities_IsThePlaceOfTheLabel(int label, int rank) =>
        Assert.Equal(rank, SceneRank.In([0.1f, 0.6f, 0.3f], label));

    [Fact]
    public void Of_ConstantAnswer_IsTheLastPlace() => Assert.Equal(4, SceneRank.In([0.25f, 0.25f, 0.25f, 0.25f], 0));

    [Fact]
    public void Of_NotANumber_IsTheLastPlace() => Assert.Equal(2, SceneRank.In([float.NaN, float.NaN], 0));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Of_LabelWithoutProbability_IsRefused(int label) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SceneRank.In([0.5f, 0.5f], label));

    [Fact]
    public void Top_SomeRanks_IsTheirShare()
    {
        Assert.Equal(0.25, SceneRank.Top(1, [1, 2, 5, 6]));
        Assert.Equal(0.75, SceneRank.Top(5, [1, 2, 5, 6]));
        Assert.Null(SceneRank.Top(1, []));
    }
}
