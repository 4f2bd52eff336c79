namespace Colorist.Modelling.Tests.Import;

public sealed class ForeignOnnxTests : IDisposable
{
    private const int Side = 64;

    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f], Deviation = [0.229f, 0.224f, 0.225f];

    private readonly TemporaryFolder folder = new();
    private readonly LightnessPlane picture = Samples.Lightness(Side, Side);

    private ModelShelf Shelf => new(folder["models"]);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, false, "zhang-siggraph17")]
    [InlineData(110, false, "zhang-siggraph17")]
    [InlineData(110, true, "zhang-eccv16")]
    public void Add_LikeZhang_ColorsAreThoseOfTheGraphWhateverItsScale(float of, bool isFirst, string name)
    {
        var chroma = Colored(ForeignFiles.Zhang(Side, of, isFirst), name);
        AssertColors(chroma, (lightness, _) => (0.25f * lightness - 5, 20 - 0.2f * lightness));
    }

    [Fact]
    public void Add_LikeZhangWithHints_HintsAreNone()
    {
        var chroma = Colored(ForeignFiles.ZhangWithHints(Side), "zhang-siggraph17");
        AssertColors(chroma, (lightness, _) => (0.25f * lightness - 5, 20 - 0.2f * lightness));
    }

    [Fact]
    public void Add_LikeDDColor_SeesGreyAsRgb()
    {
        var chroma = Colored(ForeignFiles.DDColor(Side), "ddcolor");
        AssertColors(chroma, (_, grey) => (40 * grey - 10, 30 * grey));
    }

    public static TheoryData<float[], float[], float?> RgbScalings => new()
    {
        { Mean, Deviation, null }, { Mean, Deviation, 1f }, { [0, 0, 0], [1, 1, 1], 1f },
        { [0, 0, 0], [1 / 255f, 1 / 255f, 1 / 255f], 255f },
    };

    [Theory]
    [MemberData(nameof(RgbScalings))]
    public void Add_LikeDeOldify_ScalingIsFoundByTheTestPicture(float[] mean, float[] deviation, float? given)
    {
        var chroma = Colored(ForeignFiles.DeOldify(Side, mean, deviation, given), "deoldify");
        AssertColors(chroma, (_, grey) =>
        {
            float Light(float tint) => CieLab.Linearize(Math.Clamp(grey + tint, 0, 1));
            var (_, a, b) = CieLab.FromLinear(Light(0.08f), Light(0), Light(-0.08f));
            return (a, b);
        });
    }

    [Fact]
    public void Add_AnotherPictureComesOut_IsRefused()
    {
        var white = new OnnxFile().Input("input", 1, 3, Side, Side).Output("out", 1, 3, Side, Side)
            .Mixture("input", "out", [[0, 0, 0], [0, 0, 0], [0, 0, 0]], [900, 900, 900]);
        AssertRefused(
            white, "expected a picture like the test picture as it went in", nameof(ModelImportOptions.Description));
    }

    [Fact]
    public void Add_WeightsBesideTheGraph_AreCopiedAndHashed()
    {
        File.WriteAllBytes(
            folder["net.bin"], System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>([0.25f, -0.2f]).ToArray());
        new OnnxFile().Input("L", 1, 1, Side, Side).Output("ab", 1, 2, Side, Side).WeightsIn("net.bin", "w", 2, 1, 1, 1)
            .Node("Conv", ["L", "w"], "ab")
            .Save(folder["net.onnx"]);
        var card = ModelImport.Add(Shelf, folder["net.onnx"]).Card;
        Assert.Equal(["local.onnx", "net.bin"], card.Files.Select(file => file.Name));
        File.Delete(folder["net.bin"]);
        using var model = Model.Load(Shelf.PathOf(card.Name));
        AssertColors(model.Local.Predict(picture, null), (lightness, _) => (0.25f * lightness, -0.2f * lightness));
    }

    [Theory]
    [InlineData("../net.bin")]
    [InlineData("/etc/passwd")]
    [InlineData("sub/net.bin")]
    [InlineData(@"..\net.bin")]
    [InlineData("card.json")]
    public void Add_WeightsElsewhere_IsRefused(string location) =>
        AssertRefused(Network().WeightsIn(location, "w", 2, 1, 1, 1),
            $"expected weights in its own folder, found some in {location}");

    [Fact]
    public void Add_WeightsThatAreALink_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        File.WriteAllText(folder["secret"], "secret");
        File.CreateSymbolicLink(folder["net.bin"], folder["secret"]);
        AssertRefused(Network().WeightsIn("net.bin", "w", 2, 1, 1, 1), "found a link to");
    }

    [Fact]
    public void Add_Hostile_IsRefusedInOneLine()
    {
        AssertRefused(Network().Node("Shell", ["L"], "x", "evil.corp").Domain("evil.corp"),
            "found Shell of evil.corp: operators of one's own are not run");
        AssertRefused(Network().Node("Nonsense", ["L"], "x"), "expected a graph that ONNX Runtime can load");
        AssertRefused(Network().Node("Loop", ["L"], "x", "", OnnxFile.Nested(5000)), "expected an ONNX graph");
        AssertRefused(Network().WeightsIn("missing.bin", "w", 2), "found no file");
        AssertRefused([0x80, 0x02, 0x8a, 0x0a, 1, 2, 3, 4, 5], "a pickle, which could run code and is not opened");
        AssertRefused([.. "PK\x03\x04 and so on"u8], "a zip");
        AssertRefused([.. "a text"u8], "a file that begins with 612074657874");
        AssertRefused([], "an empty file");
        AssertRefused([8, 8, 0x3a, 0xff, 0xff, 0xff, 0xff, 0x07, 0x0a, 0x02], "expected an ONNX graph");
    }

    [Fact]
    public void Add_Damaged_NeverEndsInAnythingButOneLine()
    {
        var whole = ForeignFiles.Zhang(Side, 1).Bytes;
        var random = new Random(1);
        for (var i = 0; i < 60; i++)
        {
            var bad = whole.ToArray();
            for (var j = 0; j < 3; j++) bad[random.Next(bad.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(folder["bad.onnx"], bad);
            var error = Record.Exception(() => ModelImport.Add(Shelf, folder["bad.onnx"], new() { Overwrite = true }));
            if (error is null) continue;
            Assert.IsType<ModelException>(error);
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    [Fact]
    public void Add_InterfaceNotKnown_SaysWhatWasFoundAndThatADescriptionWouldDo()
    {
        AssertRefused(
            new OnnxFile().Input("x", 1, 5, Side, Side).Output("y", 1, 2, Side, Side).Node("Identity", ["x"], "y"),
            "found inputs x (1×5×64×64); outputs y (1×2×64×64)", nameof(ModelImportOptions.Description));
        AssertRefused(
            new OnnxFile().InputOfType(10, "x", 1, 1, Side, Side).Output("y", 1, 2, Side, Side)
                .Node("Identity", ["x"], "y"),
            "found inputs x (not float32, 1×1×64×64)", nameof(ModelImportOptions.Description));
    }

    [Fact]
    public void Add_Described_ScalesAsTheDescriptionSays()
    {
        File.WriteAllText(folder["own.json"], Description);
        ForeignFiles.Zhang(Side, 1).Save(folder["net.onnx"]);
        var card = ModelImport.Add(Shelf, folder["net.onnx"], new() { Description = folder["own.json"] }).Card;
        Assert.Equal(("own", "MIT"), (card.Name, card.Licence));
        using var model = Model.Load(Shelf.PathOf("own"));
        AssertColors(model.Local.Predict(picture, null),
            (lightness, _) => (2 * (0.25f * (lightness - 50) / 100 - 5), 2 * (20 - 0.2f * (lightness - 50) / 100)));
    }

    [Theory]
    [InlineData("\"licence\": \"MIT\"", "\"licence\": \"MIT\", \"licens\": 1",
        "expected a known key such as licence, found licens in line ")]
    [InlineData("\"deviation\": [ 100 ]", "\"deviation\": [ 0 ]", "expected L: values of deviation other than 0")]
    [InlineData("\"mean\": [ 50 ]", "\"mean\": [ 50, 50 ]", "expected L: 1 or 1 values of mean, found 2")]
    [InlineData("\"name\": \"L\"", "\"name\": \"luma\"", "expected inputs luma, found L")]
    [InlineData("\"takesScene\": false", "\"takesScene\": true", "expected a foreign network without a scene")]
    public void Add_DescribedWrongly_IsRefused(string from, string to, string found)
    {
        Assert.Contains(from, Description, StringComparison.Ordinal);
        File.WriteAllText(folder["own.json"], Description.Replace(from, to, StringComparison.Ordinal));
        ForeignFiles.Zhang(Side, 1).Save(folder["net.onnx"]);
        var error = Assert.Throws<ModelException>(
            () => ModelImport.Add(Shelf, folder["net.onnx"], new() { Description = folder["own.json"] }));
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_NameTaken_IsReplacedOnlyWhereThatIsAskedFor()
    {
        ForeignFiles.Zhang(Side, 1).Save(folder["net.onnx"]);
        ModelImport.Add(Shelf, folder["net.onnx"], new() { Name = "mine" });
        var error =
            Assert.Throws<ModelException>(() => ModelImport.Add(Shelf, folder["net.onnx"], new() { Name = "mine" }));
        Assert.Equal(nameof(ModelImportOptions.Overwrite), error.Option);
        ForeignFiles.DDColor(Side).Save(folder["net.onnx"]);
        ModelImport.Add(Shelf, folder["net.onnx"], new() { Name = "mine", Overwrite = true });
        Assert.Equal(
            NetworkInput.Rgb, ModelCard.Read(Path.Combine(Shelf.PathOf("mine"), ModelCard.FileName)).Shape.Input);
        Assert.Equal(["mine"], Directory.GetFileSystemEntries(Shelf.Folder).Select(Path.GetFileName));
        Assert.Throws<ArgumentException>(() => ModelImport.Add(Shelf, folder["net.onnx"], new() { Name = "../mine" }));
    }

    [Fact]
    public void Add_ModelTrainedHere_IsCopiedWhole()
    {
        ModelExport.Write(folder["trained"], Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny));
        var added = ModelImport.Add(Shelf, folder["trained"], new() { Name = "mine" });
        using var model = Model.Load(added.Folder);
        Assert.Equal(("mine", 16), (model.Card.Name, model.Card.GlobalFeatures));
    }

    [Fact]
    public void Add_ReleasedNetwork_KeepsItsSceneAndSaysItsLicence()
    {
        var sizes = NetworkSizes.Tiny with { Classes = 0, FusionKernel = 3, LumaMean = 0.4375f };
        ReleasedFile.Write(folder["net.t7"], Samples.Network(sizes));
        var card = ModelImport.Add(Shelf, folder["net.t7"]).Card;
        Assert.Equal(("iizuka-released", true), (card.Name, card.HasGlobal));
        Assert.Contains("CC BY-NC-SA 4.0", card.Licence, StringComparison.Ordinal);
        Assert.Contains("neither of the two published files", card.Data, StringComparison.Ordinal);
    }

    private const string Description = """
        {
          "name": "own", "description": "A test.", "licence": "MIT", "renderSide": 64,
          "shape": { "divides": 1, "chromaDivides": 1, "fixedSide": 64, "margin": 0, "takesScene": false, "input": "lightness" },
          "graph": { "input": { "name": "L", "mean": [ 50 ], "deviation": [ 100 ] }, "output": { "name": "ab", "deviation": [ 2 ] } }
        }
        """;

    private static OnnxFile Network() => new OnnxFile().Input("L", 1, 1, Side, Side).Output("ab", 1, 2, Side, Side)
        .Mixture("L", "ab", [[0.25f], [0.2f]], [0, 0]);

    private ChromaPlanes Colored(OnnxFile file, string name)
    {
        var added = ModelImport.Add(Shelf, file.Save(folder["any name"]));
        Assert.Equal(name, added.Card.Name);
        Assert.InRange(added.MeanChroma, 1, 60);
        using var model = Model.Load(added.Folder);
        return model.Local.Predict(picture, null);
    }

    private void AssertColors(ChromaPlanes found, Func<float, float, (float A, float B)> expected)
    {
        for (var i = 0; i < picture.Values.Length; i++)
        {
            var (a, b) = expected(picture.Values[i], CieLab.Encode(CieLab.LuminanceOf(picture.Values[i])));
            Assert.Equal(a, found.A[i], 0.02);
            Assert.Equal(b, found.B[i], 0.02);
        }
    }

    private void AssertRefused(OnnxFile file, string found, string? option = null) =>
        AssertRefused(file.Bytes, found, option);

    private void AssertRefused(byte[] bytes, string found, string? option = null)
    {
        File.WriteAllBytes(folder["net.onnx"], bytes);
        var error = Assert.Throws<ModelException>(() => ModelImport.Add(Shelf, folder["net.onnx"]));
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
        Assert.Equal(option, error.Option);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(Shelf.Folder));
    }
}
