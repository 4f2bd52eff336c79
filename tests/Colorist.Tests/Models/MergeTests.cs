namespace Colorist.Tests;

public sealed class MergeTests : IDisposable
{
    private const int Side = 64;

    private readonly TemporaryFolder folder = new();
    private readonly LightnessPlane picture = Samples.Lightness(Side, Side);

    public MergeTests()
    {
        var shelf = new ModelShelf(folder.Path);
        ModelImport.Add(shelf, ForeignFiles.Zhang(Side, 1).Save(folder["zhang.onnx"]), new() { Name = "zhang" });
        ModelImport.Add(shelf, ForeignFiles.DDColor(Side / 2).Save(folder["dd.onnx"]), new() { Name = "dd" });
        ModelExport.Write(folder["own"], Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny));
        ModelExport.Write(
            folder["other"], Samples.Network(NetworkSizes.Tiny, seed: 5), Samples.Card(NetworkSizes.Tiny));
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("own", "other", 0.4f)]
    [InlineData("zhang", "own", 0.25f)]
    [InlineData("own", "zhang", 0)]
    [InlineData("own", "zhang", 1)]
    public void Predict_Merge_IsTheMeanOfWhatBothGive(string first, string second, float share)
    {
        using Model one = Model.Load(folder[first]), two = Model.Load(folder[second]);
        using var merge = Merged(first, second, FormattableString.Invariant($":{share}"));
        var found = merge.Local.Predict(picture, merge.Global?.Describe(picture));
        var (left, right) = (Alone(one, found), Alone(two, found));
        Assert.Equal(left.A.Zip(right.A, (a, b) => float.Lerp(a, b, share)), found.A, Near);
        Assert.Equal(left.B.Zip(right.B, (a, b) => float.Lerp(a, b, share)), found.B, Near);
    }

    [Fact]
    public void Load_WithoutShare_TakesHalf()
    {
        using var merge = Merged("own", "other", "");
        Assert.Equal("tiny+tiny:0.5", merge.Card.Name);
    }

    [Fact]
    public void Describe_Merge_IsBothScenesSoThatStylesReachBoth()
    {
        using Model one = Model.Load(folder["own"]), two = Model.Load(folder["other"]);
        using var merge = Merged("own", "other", "");
        Assert.Equal(32, merge.Card.GlobalFeatures);
        Assert.Equal([.. one.Global!.Describe(picture).Vector, .. two.Global!.Describe(picture).Vector], merge.Global!
            .Describe(picture).Vector);
        var style = new Scene(new float[32], new float[3]);
        Assert.NotEqual(
            merge.Local.Predict(picture, merge.Global.Describe(picture)).A, merge.Local.Predict(picture, style).A);
    }

    [Fact]
    public void Load_FixedSides_PictureIsThatOfTheModelThatSeesMore()
    {
        using var squares = Merged("dd", "zhang", "");
        Assert.Equal((Side, false), (squares.Local.Shape.FixedSide, squares.Card.HasGlobal));
        using var free = Merged("zhang", "own", "");
        Assert.Equal((null, 2), (free.Local.Shape.FixedSide, free.Local.Shape.ChromaDivides));
    }

    [Fact]
    public void Load_MergesOfTheSameModels_DifferInTheirHashByShareAndOrder()
    {
        var hashes = new[] { ("own", "other", ":0.4"), ("own", "other", ":0.5"), ("other", "own", ":0.4") }
            .Select(parts =>
        {
            using var merge = Merged(parts.Item1, parts.Item2, parts.Item3);
            return merge.Card.WeightsSha256;
        });
        Assert.Equal(3, hashes.Distinct().Count());
    }

    [Theory]
    [InlineData("a+b+c", "expected two models as A+B:0.4, found a+b+c")]
    [InlineData("a+", "expected two models")]
    [InlineData("a+b:2", "expected a share 0..1")]
    [InlineData("a+b:-1", "expected a share 0..1")]
    [InlineData("a+b:1,5", "expected a share 0..1")]
    public void Load_WrongMerge_SaysWhatIsExpected(string text, string expected) =>
        Assert.Contains(
            expected, Assert.Throws<ArgumentException>(() => Model.Load(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_PartThatIsNotThere_IsNamed() =>
        Assert.Contains("nowhere",
            Assert.Throws<ModelException>(() => Model.Load($"{folder["own"]}+{folder["nowhere"]}")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("zhang")]
    [InlineData("own+other")]
    public void Load_EveryPixelOfAModelThatSeesWholePictures_IsRefused(string wanted)
    {
        var path = string.Join('+', wanted.Split('+').Select(name => folder[name]));
        var error =
            Assert.Throws<ArgumentException>(() => Colorizer.Load(path, new ColorizerOptions { RenderFull = true }));
        Assert.Contains("which sees whole pictures only", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zhang")]
    [InlineData("dd")]
    [InlineData("own+zhang:0.3")]
    public void Colorize_AnyModel_KeepsTheLightnessOfEveryPixel(string wanted)
    {
        var path = string.Join('+', wanted.Split('+').Select(name => folder[name]));
        using var colorizer = Colorizer.Load(path);
        using var photo = Photo.FromLightness(Samples.Lightness(150, 90));
        using var colored = colorizer.Colorize(photo);
        Assert.Equal((150, 90), (colored.Width, colored.Height));
        Assert.Equal(photo.Lightness(150, 90).Values, colored.Lightness(150, 90).Values,
            (before, after) => Math.Abs(before - after) < 0.7);
    }

    private static bool Near(float one, float other) => Math.Abs(one - other) < 1e-3;

    private Model Merged(string first, string second, string share) =>
        Model.Load($"{folder[first]}+{folder[second]}{share}");

    private ChromaPlanes Alone(Model model, ChromaPlanes size) =>
        model.Local.Predict(picture, model.Global?.Describe(picture)).ResizeTo(size.Width, size.Height);
}
