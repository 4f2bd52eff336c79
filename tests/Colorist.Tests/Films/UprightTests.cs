namespace Colorist.Tests;

public sealed class UprightTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)] // turned clockwise, the lower left corner comes to the upper left
    [InlineData(2, 2, 1)]
    [InlineData(3, 2, 0)]
    public void Stored_OfTheUpperLeftPixel_IsTheCornerThatPlayersShowThere(int turns, int x, int y) =>
        Assert.Equal((x, y), new Upright(3, 2, turns).Stored(0, 0));

    [Fact]
    public void Stored_OfAllPixels_IsEachPixelOnce()
    {
        for (var turns = 0; turns < 4; turns++)
        {
            var upright = new Upright(3, 2, turns);
            var places = Enumerable.Range(0, 6).Select(i => upright.Stored(i % upright.Width, i / upright.Width))
                .ToHashSet();
            Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)], places.Order());
        }
    }
}
