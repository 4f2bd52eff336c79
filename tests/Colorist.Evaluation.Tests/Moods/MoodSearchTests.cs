namespace Colorist.Evaluation.Tests;

public sealed class MoodSearchTests
{
    [Fact]
    public void PictureColors_MeadowUnderSky_IsBlueAboveAndGreenBelow()
    {
        var colors =
            PictureColors.FromPicture(new RgbPicture(
                6, 9, [.. Enumerable.Range(0, 54).SelectMany(i => i < 18 ? (byte[])[90, 140, 230] : [60, 140, 40])]));
        Assert.True(colors.Above.Z < -30 && colors.Below.Y < -20, $"{colors}");
        Assert.Equal(2 / 3.0, colors.Green, 1e-6);
        Assert.Equal(colors.Above.X / 3 + colors.Below.X * 2 / 3, colors.All.X, 1e-2);
    }

    [Fact]
    public void Rules_AllScenes_AreLabelsOfTheShippedModel()
    {
        var labels = ModelCard.Read(Path.Combine(Repository.ShippedModel, "card.json")).Labels.ToHashSet();
        Assert.All(MoodRules.All, rule => Assert.Subset(labels, rule.Scenes.ToHashSet()));
        Assert.Equal(MoodRules.All.Count, MoodRules.All.Select(rule => Mood.NameOf(rule.Name)).Distinct().Count());
    }

    [Fact]
    public void Find_PicturesOfAScene_AverageThoseThatFitTheRuleBest()
    {
        using var colorizer = Colorizer.Load(Repository.ShippedModel, new() { RenderSide = 32 });
        var pictures = new Pictures();
        var rule = new MoodRule("light", "the lightest", new HashSet<string> { "coast" },
            colors => colors.All.X > 30 ? colors.All.X : null);
        var mood = Assert.Single(new MoodSearch(colorizer, [rule]).Find(pictures));
        Assert.Equal(("light", "3 of 3 pictures: the lightest"), (mood.Name, mood.Origin));
        var scenes = Enumerable.Range(0, 3).Select(i => 120 + 40 * i).Select(grey =>
        {
            using var photo = Photo.Load(Pictures.Picture(grey), "picture");
            return (colorizer.Describe(photo), 1f);
        });
        Assert.All(
            Scene.Mix([.. scenes]).Vector.Zip(mood.Scene.Vector), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    private sealed class Pictures : IPictureSource
    {
        public IReadOnlyList<string> Labels => ["coast", "dam"];

        public static byte[] Picture(int grey)
        {
            using var folder = new TemporaryFolder();
            using var photo = Photo.FromRgb(
                32, 32, [.. Enumerable.Range(0, 32 * 32).SelectMany(i => Enumerable.Repeat((byte)(grey + i % 7), 3))]);
            photo.Save(folder["p.png"]);
            return File.ReadAllBytes(folder["p.png"]);
        }

        /// <summary>Coasts, one too dark; a dam; a picture without a label.</summary>
        public IEnumerable<LabelledPicture> Read(ulong? shuffleSeed) =>
        [
            new("a", Picture(20), 0), new("b", Picture(120), 0), new("c", Picture(160), 0), new("d", Picture(200), 0),
            new("e", Picture(220), 1), new("f", Picture(220), null),
        ];
    }
}
