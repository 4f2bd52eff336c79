namespace Colorist.Tests;

/// <summary>
/// The network sees the last frame of each group that is taken: never a flash, unless there is no other.
/// </summary>
public sealed class ShotReaderTests
{
    [Fact]
    public void Take_FlashAsTheLastOfAGroup_GoesOnToTheFrameBehindIt() =>
        Assert.Equal(["0", "1 2 3 4 5", "6 7 8 9", "10 11", "|"], Groups(shots: [0], flashes: [4], count: 12));

    [Fact]
    public void Take_TwoFlashesInARow_GoesOnBehindBoth() =>
        Assert.Equal(["0", "1 2 3 4 5 6", "7 8 9 10", "11", "|"], Groups(shots: [0], flashes: [4, 5], count: 12));

    [Fact]
    public void Take_FlashAsTheLastOfAShot_EndsWithTheShot() =>
        Assert.Equal(["0", "1 2 3 4", "|", "5", "6 7 8 9", "|"], Groups(shots: [0, 5], flashes: [4], count: 10));

    [Fact]
    public void Take_FlashAsTheLastOfTheFilm_EndsWithTheFilm() =>
        Assert.Equal(["0", "1 2 3 4", "|"], Groups(shots: [0], flashes: [4], count: 5));

    [Fact]
    public void Take_PaintedFlash_IsTheLastOfItsGroup() =>
        Assert.Equal(["0", "1 2 3", "4 5 6 7", "|"], Groups(shots: [0], flashes: [3], count: 8, painted: 3));

    [Fact]
    public void Take_FlashInsideAGroup_ChangesNothing() =>
        Assert.Equal(["0", "1 2 3 4", "5 6 7", "|"], Groups(shots: [0], flashes: [2], count: 8));

    /// <summary>The frames of each group as a film is coloured, and a stroke at the end of each shot.</summary>
    private static List<string> Groups(int[] shots, int[] flashes, int count, int painted = -1)
    {
        var (groups, lightness) = (new List<string>(), new float[SmallFrames.Width * SmallFrames.Height]);
        using var reader = new ShotReader(Enumerable.Range(0, count).Select(i => new ShotFrame(
            SmallFrames.Frame(i, lightness) with { Still = i == painted ? Paint.None(0) : null }, shots.Contains(i),
            flashes.Contains(i))));
        while (reader.NextShot())
        {
            for (var group = reader.Take(1); group.Count > 0; group = reader.Take(4))
                groups.Add(string.Join(' ', group.Select(frame => frame.Index)));
            groups.Add("|");
        }

        return groups;
    }
}
