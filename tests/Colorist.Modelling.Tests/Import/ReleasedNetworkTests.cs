using System.Text;
using static Colorist.Tests.TorchFileWriter;

namespace Colorist.Modelling.Tests.Import;

public sealed class ReleasedNetworkTests : IDisposable
{
    private static readonly NetworkSizes Sizes =
        NetworkSizes.Tiny with { Classes = 0, FusionKernel = 3, LumaMean = 0.4375f };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Double", false)]
    [InlineData("Float", true)]
    public void FromFile_FileLikeTheReleased_GivesTheWeightsThatWentIn(string type, bool isOld)
    {
        var network = Samples.Network(Sizes);
        ReleasedFile.Write(folder["net.t7"], network, type, isOld);
        var found = ReleasedNetwork.FromFile(folder["net.t7"]);
        Assert.Equal(Sizes, found.Sizes);
        Assert.Equal(network.Layers.Keys, found.Layers.Keys);
        Assert.All(network.Layers, layer => Assert.Equal(layer.Value.Weight, found.Layers[layer.Key].Weight));
        Assert.All(network.Layers, layer => Assert.Equal(layer.Value.Bias, found.Layers[layer.Key].Bias));
    }

    [Fact]
    public void FromFile_Exported_ColorsLikePlainLoopsOverLuma()
    {
        var network = Samples.Network(Sizes);
        ReleasedFile.Write(folder["net.t7"], network);
        ModelExport.Write(folder["model"], ReleasedNetwork.FromFile(folder["net.t7"]),
            Samples.Card(Sizes) with { Labels = [] }, WeightStorage.SinglePrecision);
        using var model = Model.Load(folder["model"]);
        // from below 2.8, through 8, to 100
        var lightness = new LightnessPlane(32, 32, [.. Enumerable.Range(0, 1024).Select(i => i * 100f / 1023)]);
        var plain = new PlainNetwork(network);
        var scene = model.Global!.Describe(lightness);
        Assert.Empty(scene.Probabilities);
        Assert.All(
            plain.Describe(lightness).Vector.Zip(scene.Vector), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        var found = model.Local.Predict(lightness, scene);
        var expected = plain.Predict(lightness, scene).Cast<double>().ToArray();
        Assert.All(expected.Zip(found.A.Concat(found.B)), pair => Assert.Equal(pair.First, pair.Second, 5e-3));
        Assert.True(expected.Max() - expected.Min() > 20, "the test needs a lively network");
    }

    [Fact]
    public void Layers_OfTheReleasedSize_AreAsManyNumbersAsThePortsCount()
    {
        var sizes = NetworkSizes.Paper with { Classes = 0, FusionKernel = 3, LumaMean = 0 };
        var plans = ((INetworkSizes)sizes).Layers;
        Assert.Equal(43_218_402, plans.Sum(plan => plan.WeightShape.Aggregate((a, b) => a * b) + plan.WeightShape[0]));
    }

    [Fact]
    public void FromFile_Damaged_SaysWhatWasFoundInOneLine()
    {
        ReleasedFile.Write(folder["whole.t7"], Samples.Network(Sizes), "Float");
        var whole = File.ReadAllBytes(folder["whole.t7"]);
        for (var length = 0; length < whole.Length; length += whole.Length / 37) AssertRefused(whole[..length], "");
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var bad = whole.ToArray();
            for (var j = 0; j < 4; j++) bad[random.Next(Math.Min(bad.Length, 3000))] = (byte)random.Next(256);
            File.WriteAllBytes(folder["bad.t7"], bad);
            if (Record.Exception(() => ReleasedNetwork.FromFile(folder["bad.t7"])) is { } error)
                Assert.IsType<ModelException>(error);
        }
    }

    [Fact]
    public void FromFile_Hostile_IsRefusedBeforeMemoryIsAskedFor()
    {
        AssertRefused(new Storage("Double", [])
        {
            Count = long.MaxValue / 4
        }, "at most 0 numbers in the rest of the file");
        AssertRefused(new Storage("Double", []) { Count = -1 }, "found -1");
        AssertRefused(Nested(10_000), "nested at most 300 deep");
        AssertRefused(new Thing("tds.Hash", []), "found tds.Hash");
        AssertRefused(Itself(), "a table of mean and model");
        AssertRefused([3, 0, 0, 0, 1, 0, 0, 0, 255, 255, 255, 127, 0, 0, 0, 0], "expected a key in a table");
        AssertRefused([2, 0, 0, 0, 255, 255, 255, 127], "a text of at most");
        AssertRefused([0x80, 0x02, 0x8a, 0x0a, 1, 2, 3, 4], "a PyTorch file");
        AssertRefused([.. "PK\x03\x04 and so on"u8], "a zip");
        AssertRefused(Encoding.ASCII.GetBytes("4\n1\n3\nV 1\n13\nnn.Sequential\n"), "a Torch7 file in binary form");
    }

    [Fact]
    public void FromFile_AnotherNetwork_SaysWhatDiffers()
    {
        AssertRefused(
            new Table { { "mean", 0.4 }, { "model", new Thing("nn.Sequential", []) } }, "found nn.Sequential");
        AssertRefused(GraphOf(new Thing("nn.SpatialMaxPooling", [])), "found nn.SpatialMaxPooling");
        AssertRefused(GraphOf(new Thing("nn.ReLU", [])), "layers JCRCRUCRCRUCRCS, found R");
        var sequence = new Thing("nn.Sequential", []);
        sequence.Fields.Add("modules", Table.List(sequence));
        AssertRefused(GraphOf(sequence), "one within itself");
    }

    [Fact]
    public void FromFile_LowLevelNotShared_IsRefused()
    {
        // Weights of a wider network than its first layer says: shapes no longer fit.
        var wide = Samples.Network(Sizes with { GlobalSide = 64 });
        var mixed = new FoldedNetwork(wide.Sizes, wide.Layers.ToDictionary(
            layer => layer.Key,
            layer => layer.Key == "mid.0"
                ? Samples.Network(Sizes with { Width = 0.125 }).Layers["mid.0"]
                : layer.Value));
        ReleasedFile.Write(folder["net.t7"], mixed);
        var message = Assert.Throws<ModelException>(() => ReleasedNetwork.FromFile(folder["net.t7"])).Message;
        Assert.Contains("expected mid.0 of 32×32×3×3, found 64×64×3×3", message, StringComparison.Ordinal);
    }

    private static Table GraphOf(Thing module)
    {
        var data = new Table { { "module", module }, { "mapindex", new Table() } };
        return new()
        {
            { "mean", 0.4 },
            { "model", new Thing("nn.gModule",
                new() { { "forwardnodes", Table.List(new Thing("nngraph.Node", new() { { "data", data } })) } }) },
        };
    }

    private static Table Nested(int depth)
    {
        var table = new Table();
        for (var i = 0; i < depth; i++) table = new Table { { 1.0, table } };
        return table;
    }

    private static Table Itself()
    {
        var table = new Table();
        table.Add("mean", table);
        table.Add("model", table);
        return table;
    }

    private void AssertRefused(byte[] bytes, string found)
    {
        File.WriteAllBytes(folder["bad.t7"], bytes);
        AssertRefused(found);
    }

    private void AssertRefused(object value, string found)
    {
        WriteDeep(value);
        AssertRefused(found);
    }

    private void AssertRefused(string found)
    {
        var error = Assert.Throws<ModelException>(() => ReleasedNetwork.FromFile(folder["bad.t7"]));
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private void WriteDeep(object value)
    {
        // the writer goes as deep as the values
        var thread = new Thread(() => Write(folder["bad.t7"], value), 256 << 20);
        thread.Start();
        thread.Join();
    }
}
