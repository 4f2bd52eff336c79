namespace Colorist.Tests;

public sealed class DoubtMapTests
{
    [Fact]
    public void Places_OfAMap_AreItsMaximaInThePhotosPixelsAndApart()
    {
        var values = new float[60 * 40];
        void Hill(int left, int top, float height)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] += height * MathF.Exp(-(Square(i % 60 - left) + Square(i / 60 - top)) / 30f);
        }

        Hill(12, 30, 20);
        Hill(50, 8, 30);
        var doubt = new Doubt(60, 40, values, (1200, 800));
        var places = doubt.Places(2);
        Assert.InRange(Distance(places[0], (1010, 170)), 0, 30);
        Assert.InRange(Distance(places[1], (250, 610)), 0, 30);

        var many = doubt.Places(1000);
        Assert.InRange(many.Count, 6, 20);
        Assert.Equal(places, many.Take(2));
        Assert.All(many, place => Assert.True(place is { X: > 10 and < 1190, Y: > 10 and < 790 }));
        for (var i = 0; i < many.Count; i++)
            for (var j = 0; j < i; j++) Assert.True(Distance(many[i], many[j]) >= 300, $"{many[i]} and {many[j]}");
        Assert.Throws<ArgumentOutOfRangeException>(() => doubt.Places(0));

        static float Square(float value) => value * value;
        static double Distance((int X, int Y) one, (int X, int Y) other) =>
            Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));
    }

    [Fact]
    public void Sheet_OfAMap_ShowsItAsLightness()
    {
        using var folder = new TemporaryFolder();
        float[] values = [.. Enumerable.Range(0, 100 * 50).Select(i => i % 100 * 0.3f)]; // 0 to 30 from left to right
        using var photo = Photo.FromLightness(new LightnessPlane(200, 200, [.. Enumerable.Repeat(50f, 200 * 200)]));
        DoubtSheet.Write(folder["sheet.png"], photo, new Doubt(100, 50, values, (200, 200)));
        using var sheet = Photo.Load(folder["sheet.png"]);
        var lightness = sheet.Lightness(sheet.Width, sheet.Height);
        var row = lightness.Values.AsSpan(50 * sheet.Width + (sheet.Width - 212), 200).ToArray();
        Assert.True(row.Zip(row.Skip(1)).All(pair => pair.Second > pair.First - 0.3f), "lightness does not rise");
        Assert.InRange(row[0], 12, 20);
        Assert.InRange(row[^1], 85, 92);
        Assert.Equal("Overwrite", Assert.Throws<PhotoException>(
            () => DoubtSheet.Write(folder["sheet.png"], photo, new Doubt(100, 50, values, (200, 200)))).Option);
    }
}
