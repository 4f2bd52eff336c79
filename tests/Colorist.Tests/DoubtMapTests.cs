namespace Colorist.Tests;

public sealed class DoubtMapTests
{
    [Fact]
    public void Places_OfAMap_AreWhereHintsReachMostOfIt()
    {
        // three even fields that hints do not leave: a narrow one of great doubt, wide ones of some and of little
        var fields = new LightnessPlane(60, 40, [.. Enumerable.Range(0, 60 * 40).Select(i => Field(i) * 40f)]);
        float[] doubts = [30, 12, 8];
        var doubt = new Doubt(fields, [.. fields.Values.Select(value => doubts[(int)(value / 40)])], (1200, 800));

        var places = doubt.Places(3);
        Assert.Equal([1, 2, 0], places.Select(place => Field(place.X / 20)));
        Assert.Equal(places[0], doubt.Places(1).Single());

        var many = doubt.Places(1000);
        Assert.InRange(many.Count, 3, 30);
        Assert.Equal(places, many.Take(3));
        Assert.All(many, place => Assert.True(place is { X: > 20 and < 1180, Y: > 20 and < 780 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => doubt.Places(0));

        static int Field(int i) => (i % 60) switch { < 5 => 0, < 32 => 1, _ => 2 };
    }

    [Fact]
    public void Places_BesideALine_AreNotOnIt()
    {
        float[] values = [.. Enumerable.Range(0, 96 * 96).Select(i => i % 3 == 1 ? 20f : 60f)]; // a line in every cell
        var lined = new LightnessPlane(96, 96, values);
        var doubt = new Doubt(lined, [.. Enumerable.Repeat(10f, values.Length)], (96, 96));
        Assert.All(doubt.Places(5), place => Assert.NotEqual(1, place.X % 3));
    }

    [Fact]
    public void Sheet_OfAMap_ShowsItAsLightness()
    {
        using var folder = new TemporaryFolder();
        float[] values = [.. Enumerable.Range(0, 100 * 50).Select(i => i % 100 * 0.3f)]; // 0 to 30 from left to right
        using var photo = Photo.FromLightness(Grey(200, 200));
        DoubtSheet.Write(folder["sheet.png"], photo, new Doubt(Grey(100, 50), values, (200, 200)));
        using var sheet = Photo.Load(folder["sheet.png"]);
        var lightness = sheet.Lightness(sheet.Width, sheet.Height);
        var row = lightness.Values.AsSpan(50 * sheet.Width + (sheet.Width - 212), 200).ToArray();
        Assert.True(row.Zip(row.Skip(1)).All(pair => pair.Second > pair.First - 0.3f), "lightness does not rise");
        Assert.InRange(row[0], 12, 20);
        Assert.InRange(row[^1], 85, 92);
        Assert.Equal("Overwrite", Assert.Throws<PhotoException>(
            () => DoubtSheet.Write(folder["sheet.png"], photo, new Doubt(Grey(100, 50), values, (200, 200)))).Option);
    }

    private static LightnessPlane Grey(int width, int height) =>
        new(width, height, [.. Enumerable.Repeat(50f, width * height)]);
}
