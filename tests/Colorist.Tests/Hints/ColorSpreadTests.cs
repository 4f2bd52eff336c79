namespace Colorist.Tests;

public sealed class ColorSpreadTests
{
    private const int Width = 13;
    private const int Height = 9;

    private readonly Random random = new(1);

    [Fact]
    public void Solve_SmallPicture_IsWhatEliminationGives()
    {
        var lightness = new LightnessPlane(Width, Height, Values(46, 54));
        var wanted = new ChromaPlanes(Width, Height, Values(-50, 50), Values(-50, 50));
        float[] mass = [.. Values(0, 1).Select(value => value < 0.7f ? 0 : value)];
        var solved = ColorSpread.Solve(lightness, wanted, mass);
        Assert.All(
            Eliminated(lightness, wanted.A, mass).Zip(solved.A), pair => Assert.Equal(pair.First, pair.Second, 0.1));
        Assert.All(
            Eliminated(lightness, wanted.B, mass).Zip(solved.B), pair => Assert.Equal(pair.First, pair.Second, 0.1));
    }

    [Fact]
    public void Solve_OneColorHeldAnywhere_IsThatColorEverywhere()
    {
        var mass = new float[Width * Height];
        mass[40] = 1;
        var wanted = new ChromaPlanes(Width, Height,
            [.. Enumerable.Range(0, mass.Length).Select(i => i == 40 ? 20f : 0)], new float[mass.Length]);
        var solved = ColorSpread.Solve(new LightnessPlane(Width, Height, Values(40, 60)), wanted, mass);
        Assert.All(solved.A, value => Assert.Equal(20, value, 0.2));
        Assert.All(solved.B, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Solve_FiveTimesTheSide_TakesFewMoreIterations()
    {
        var few = Iterations(40);
        var more = Iterations(200);
        Assert.True(more <= 4 * few && more < 150, $"{few} iterations at 40×40, {more} at 200×200");
    }

    /// <summary>
    /// Stripes of lightness with noise, two corners held: the hardest case, nothing else to hold on to.
    /// </summary>
    private int Iterations(int side)
    {
        float[] lightness = [.. Enumerable.Range(0, side * side)
            .Select(i => 50 + 20 * (i % side / (side / 4) % 2) + 3 * random.NextSingle())];
        float[] mass = new float[side * side], a = new float[side * side];
        (mass[0], mass[^1], a[0], a[^1]) = (100, 100, 40, -40);
        var most = 0;
        ColorSpread.Solve(
            new LightnessPlane(side, side, lightness), [a, a], mass, count => most = Math.Max(most, count));
        return most;
    }

    private float[] Values(float low, float high) =>
        [.. Enumerable.Range(0, Width * Height).Select(_ => low + (high - low) * random.NextSingle())];

    /// <summary>The same system written out point by point and solved by Gauss.</summary>
    private static double[] Eliminated(LightnessPlane lightness, float[] wanted, float[] mass)
    {
        var count = Width * Height;
        var rows = new double[count, count + 1];
        for (var i = 0; i < count; i++)
        {
            (rows[i, i], rows[i, count]) = (mass[i], mass[i] * wanted[i]);
            foreach (var other in Near(i))
            {
                if (other == i) continue;
                var step = lightness.Values[i] - lightness.Values[other];
                var weight = Math.Max(
                    1e-4, Math.Exp(-step * step / (0.15 * (Variance(lightness, i) + Variance(lightness, other)) + 4)));
                rows[i, i] += weight;
                rows[i, other] -= weight;
            }
        }

        for (var pivot = 0; pivot < count; pivot++)
            for (var row = 0; row < count; row++)
            {
                if (row == pivot || rows[row, pivot] == 0) continue;
                var factor = rows[row, pivot] / rows[pivot, pivot];
                for (var column = pivot; column <= count; column++) rows[row, column] -= factor * rows[pivot, column];
            }

        return [.. Enumerable.Range(0, count).Select(i => rows[i, count] / rows[i, i])];
    }

    private static IEnumerable<int> Near(int place) => Enumerable.Range(0, Width * Height).Where(other =>
        Math.Abs(other / Width - place / Width) <= 1 && Math.Abs(other % Width - place % Width) <= 1);

    private static double Variance(LightnessPlane lightness, int place)
    {
        var values = Near(place).Select(i => (double)lightness.Values[i]).ToList();
        return values.Average(value => value * value) - values.Average() * values.Average();
    }
}
