namespace Colorist.Tests;

public sealed class EvenedChromaTests
{
    private const int Side = 48; // of the chroma; the lightness is twice as large

    [Fact]
    public void Find_BlotchesOnTwoThings_GoAndTheThingsKeepTheirColors()
    {
        var lightness = new LightnessPlane(2 * Side, 2 * Side,
            [.. Enumerable.Range(0, 4 * Side * Side).Select(i => i % (2 * Side) < Side ? 30f : 70f)]);
        var blotched = Chroma((x, y) => (x < Side / 2 ? -20 : 40) + (x / 3 + y / 3) % 2 * 12 - 6);
        var found = EvenedChroma.Find(lightness, blotched, 0.1f);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side / 2 - 1; x++) Assert.Equal(-20, found.A[y * Side + x], 3f);
            for (var x = Side / 2 + 1; x < Side; x++) Assert.Equal(40, found.A[y * Side + x], 3f);
        }

        Assert.Equal(blotched.A.Average(), found.A.Average(), 0.1f); // no colour is lost
    }

    [Fact]
    public void Find_NoReach_ChangesNothing()
    {
        var chroma = Chroma((x, y) => x - y);
        Assert.Same(chroma, EvenedChroma.Find(new LightnessPlane(1, 1, [50]), chroma, 0));
    }

    [Fact]
    public void Find_TwiceTheSize_ReachesAsFar()
    {
        var one = Spread(Side);
        var two = Spread(2 * Side);
        Assert.Equal(0.1, one, 0.03);
        Assert.Equal(one, two, 0.02);
    }

    /// <summary>How far, of the side, from a line of colour there is still a third of what is on it.</summary>
    private static double Spread(int side)
    {
        float[] a = [.. Enumerable.Range(0, side * side).Select(i => i % side == 0 ? 50f : 0)];
        var found = EvenedChroma.Find(
            new LightnessPlane(1, 1, [50]), new ChromaPlanes(side, side, a, new float[a.Length]), 0.1f);
        var row = found.A.AsSpan(side / 2 * side, side).ToArray();
        return (double)row.Count(value => value > row[0] / 3) / side;
    }

    private static ChromaPlanes Chroma(Func<int, int, float> a) => new(Side, Side,
        [.. Enumerable.Range(0, Side * Side).Select(i => a(i % Side, i / Side))], new float[Side * Side]);
}
