namespace Colorist.Tests;

public sealed class StrokeReachTests
{
    private const int Width = 45;
    private const int Height = 31;

    [Fact]
    public void Find_RoughPicture_IsTheShortestPath()
    {
        var random = new Random(3);
        var lightness = new LightnessPlane(
            Width, Height, [.. Enumerable.Range(0, Width * Height).Select(_ => 40 + 20 * random.NextSingle())]);
        int[] strokes = [5, 6, 20 * Width + 44, 30 * Width];
        var reach = StrokeReach.Find(lightness, strokes);
        var expected = ShortestPaths(lightness, strokes);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Distance, reach.Distance[i], 1e-4);
            Assert.Equal(expected[i].Stroke, reach.Nearest[i]);
        }
    }

    /// <summary>Dijkstra's way.</summary>
    private static (double Distance, int Stroke)[] ShortestPaths(LightnessPlane lightness, int[] strokes)
    {
        var found = Enumerable.Repeat((Distance: double.PositiveInfinity, Stroke: -1), Width * Height).ToArray();
        var queue = new PriorityQueue<(int Point, int Stroke), double>();
        foreach (var stroke in strokes) queue.Enqueue((stroke, stroke), 0);
        while (queue.TryDequeue(out var next, out var distance))
        {
            if (found[next.Point].Stroke >= 0) continue;
            found[next.Point] = (distance, next.Stroke);
            foreach (var (point, length) in Near(next.Point))
            {
                var step = (lightness.Values[point] - lightness.Values[next.Point]) / 20;
                queue.Enqueue((point, next.Stroke), distance + length / (0.8 * Width) + step * step);
            }
        }

        return found;
    }

    private static IEnumerable<(int Point, double Length)> Near(int point)
    {
        for (var y = point / Width - 1; y <= point / Width + 1; y++)
            for (var x = point % Width - 1; x <= point % Width + 1; x++)
            {
                var place = y * Width + x;
                if (x is >= 0 and < Width && y is >= 0 and < Height && place != point)
                    yield return (place, place % Width != point % Width && y != point / Width ? Math.Sqrt(2) : 1);
            }
    }
}
