namespace Colorist.Tests;

public sealed class HintScoutTests
{
    private const int ShotLength = 12;
    private const int KeyStep = 4;

    private readonly List<LumaFrame> frames = [.. Enumerable.Range(0, 4 * ShotLength)
        .Select(i => SmallFrames.Frame(i, SmallFrames.Lightness(i % ShotLength, 0, seed: i / ShotLength)))];
    private readonly List<long> readings = []; // first frames of each reading of the film

    [Fact]
    public void Paint_HintsInTheLastFrameOfAShot_HoldFromItsFirstFrameOnAndNowhereElse()
    {
        var painted = Painted(reach: 1000, 2 * ShotLength - 1);
        Assert.Equal(Enumerable.Range(ShotLength, ShotLength), painted);
        Assert.Equal([0L], readings); // once, for two shots
    }

    [Fact]
    public void Paint_HintsInTheFirstFrameOfAShot_HoldToItsEnd() =>
        Assert.Equal(Enumerable.Range(ShotLength, ShotLength), Painted(reach: 1000, ShotLength));

    [Fact]
    public void Paint_HintsBeyondTheReach_HoldFromTheirFrameOnAndNothingIsReadAhead()
    {
        // 2 frames go over from those before
        Assert.Equal(Enumerable.Range(ShotLength + 5, 7), Painted(reach: 6, ShotLength + 7));
        Assert.Empty(readings);
    }

    [Fact]
    public void Paint_HintsInTwoShots_ReadsAheadInBoth() =>
        Assert.Equal([.. Enumerable.Range(0, ShotLength), .. Enumerable.Range(3 * ShotLength, ShotLength)],
            Painted(reach: ShotLength, 5, 3 * ShotLength + 5));

    /// <summary>Frames with paint, of those that the network sees and those between two that have some.</summary>
    private List<int> Painted(long reach, params int[] hinted)
    {
        foreach (var frame in hinted)
            frames[frame] = frames[frame] with { Hints = Hints.FromPoints(8, 8, [(4, 4, 255, 0, 0)]) };
        using var scout = new HintScout([.. hinted.Select(frame => (long)frame)], reach, NetworkShape.Paper, first =>
        {
            readings.Add(first.Index);
            return frames.Skip((int)first.Index);
        });
        using var reader = new ShotReader(Shots.Find(frames));
        var painted = new List<int>();
        while (reader.NextShot())
        {
            var paint = scout.Paint(reader.Peek(1)[0], KeyStep);
            for (var group = reader.Take(1); group.Count > 0; group = reader.Take(KeyStep))
            {
                var half = group[^1].AtChromaSize(NetworkShape.Paper);
                if (paint?.Next(group[^1], new Motion(half.Width, half.Height, half.Values)) is { } found
                    && found.Opacity.Max() > 0.5)
                    painted.AddRange(group.Select(frame => (int)frame.Index));
            }
        }

        return painted;
    }
}
