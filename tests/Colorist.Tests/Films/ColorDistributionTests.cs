namespace Colorist.Tests;

public sealed class ColorDistributionTests
{
    [Fact]
    public void Change_SteadyColors_IsNothing() =>
        Assert.Equal(0, Change([(0, true), (0, false), (0, false), (0, false), (0, false)]), precision: 9);

    [Fact]
    public void Change_OfAllPixelsInAllChannelsEachFrame_IsLn2() =>
        // a* moves red and green; b*, beside it, blue
        Assert.Equal(Math.Log(2), Change([(0, true), (40, false), (80, false)]), precision: 6);

    [Fact]
    public void Change_AcrossCuts_DoesNotCount() => Assert.Equal(0, Change([(0, true), (40, true), (80, true)]));

    [Fact]
    public void Change_ThereAndBack_IsSeenOneFrameApartOnly() =>
        Assert.Equal(
            Math.Log(2) / 3, Change([(0, true), (40, false), (0, false), (40, false), (0, false)]), precision: 6);

    private static double Change((float Color, bool Begins)[] frames) => ColorDistribution.Change(frames.Select(frame =>
        (new LightnessPlane(2, 1, [50, 50]),
            new ChromaPlanes(2, 1, [frame.Color, frame.Color], [frame.Color / 2, frame.Color / 2]), frame.Begins)));
}
