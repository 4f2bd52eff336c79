using System.Text.Json.Nodes;
using TorchSharp;

namespace Colorist.Training.Tests;

/// <summary>What only the ResNet-18 family learns: whole pictures, palettes, two sizes, believable colours.</summary>
/// <remarks>Alone: dropout draws from the one generator that all of Torch shares.</remarks>
[Collection(nameof(ResNetTrainingTests))]
[CollectionDefinition(nameof(ResNetTrainingTests), DisableParallelization = true)]
public sealed class ResNetTrainingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ResNetTrainingTests()
    {
        SyntheticPictures.WriteFolders(folder["pictures"], perScene: 5);
        TrunkFile.Write(folder["trunk.onnx"], ResNetSizes.Tiny);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Train_BelievableColorsInTwoSizes_GoesOnAfterAStopAsIfNothingHadHappened()
    {
        var recipe = Recipe() with { Adversarial = new() { Trunk = folder["trunk.onnx"] } };
        var whole = await Train(recipe, "whole", stopAfter: null);
        await Train(recipe, "halves", stopAfter: 24);
        var halves = await Train(recipe, "halves", stopAfter: null);
        // adding up in another order, thread by thread, moves the last digits
        Assert.All(whole.state_dict(), pair => Assert.True(
            pair.Value.allclose(halves.state_dict()[pair.Key], rtol: 1e-3, atol: 1e-5), pair.Key));
        var lines = Lines("halves");
        Assert.All(lines, line => Assert.InRange(line["perceptualLoss"]!.GetValue<double>(), 1e-3, 100));
        Assert.All(lines, line => Assert.InRange(line["criticLoss"]!.GetValue<double>(), 0.01, 1000));
    }

    [Fact]
    public async Task Train_WithPalettes_LearnsToFollowThem()
    {
        // two colours whose lightness fades alike, so that only a palette tells them apart
        Directory.Delete(folder["pictures"], recursive: true);
        Write("red", 190, 70, 60);
        Write("green", 40, 130, 50);
        var recipe = Recipe() with
        {
            PaletteShare = 1,
            Ageing = new() { Share = 1, Fading = 0.6 },
            ReportEvery = 20,
            Stages = [new Stage { Pictures = 480, Scale = 32, Side = 32, Batch = 4 }],
        };
        var network = (ResNetNetwork)await Train(recipe, "run", stopAfter: null);
        network.eval();
        using var scope = torch.NewDisposeScope();
        using var noGradients = torch.no_grad();
        var grey = torch.full([1, 1, 64, 64], 48);
        var (scene, _) = network.Describe(grey);
        double Redness(byte red, byte green, byte blue)
        {
            float[] numbers = Palette.FromColors([(red, green, blue, 1)]).ToNumbers();
            var moved = scene + network.PaletteVector(torch.tensor(numbers).unsqueeze(0));
            return network.Predict(grey, moved).select(1, 0).mean().item<float>();
        }

        var (red, green) = (Redness(190, 70, 60), Redness(40, 130, 50));
        Assert.True(red > green + 10, $"{red} {green}");
    }

    [Fact]
    public async Task Train_RestingNorms_KeepWhatTheyTookForNormal()
    {
        var resting = await Train(Recipe() with { NormsRestFrom = 0 }, "resting", stopAfter: null);
        var learning = await Train(Recipe() with { NormsRestFrom = 1 }, "learning", stopAfter: null);
        bool HasFreshNorms(ColorNetwork network) => network.state_dict()
            .Where(entry => entry.Key.EndsWith("runningMean", StringComparison.Ordinal))
            .All(entry => entry.Value.count_nonzero().item<long>() == 0);
        Assert.True(HasFreshNorms(resting));
        Assert.False(HasFreshNorms(learning));
    }

    [Fact]
    public void From_TwoSizes_TakesTheirSharesAndStartsAgainAnywhere()
    {
        var (source, recipe) = (PictureSource.Open(folder["pictures"]), Recipe());
        var reader = new BatchReader(source, recipe, ahead: 0, larger: source);
        var all = reader.From(DataPosition.Start).Take(40).ToList();
        Assert.InRange(all.Count(batch => batch.Side == 64), 10, 30);
        var rest = reader.From(all[20].End).Take(5).ToList();
        Assert.Equal(all[21..26].Select(batch => batch.End), rest.Select(batch => batch.End));
        foreach (var (before, after) in all[21..].Zip(rest))
        {
            Assert.Equal(before.Lightness, after.Lightness);
            Assert.Equal(before.Palettes, after.Palettes);
        }
    }

    [Fact]
    public void From_WholeGlobalCopyAndAgeing_GivesBothTheSameTones()
    {
        var source = PictureSource.Open(folder["pictures"]);
        var recipe = Recipe() with
        {
            Ageing = new() { Share = 1, Blur = 0, Grain = 0, Fading = 0.5 },
            Adversarial = new() { Trunk = folder["trunk.onnx"] },
        };
        var batch = new BatchReader(source, recipe, ahead: 0, larger: source).From(DataPosition.Start).First();
        var truth = recipe with { Ageing = null };
        var young = new BatchReader(source, truth, ahead: 0, larger: source).From(DataPosition.Start).First();
        Assert.Equal(batch.TrueLightness, young.Lightness);
        Assert.Equal(batch.Count * 64 * 64, batch.GlobalLightness!.Length);
        // of two places as light as each other, one in the crop and one in the whole picture, both age alike
        var crop = young.Lightness.Length / young.Count;
        for (var i = 0; i < batch.Count; i++)
        {
            var tone = young.Lightness.Skip(i * crop).Take(crop).Zip(batch.Lightness.Skip(i * crop))
                .GroupBy(pair => MathF.Round(pair.First, 1))
                .ToDictionary(group => group.Key, group => group.First().Second);
            var places = young.GlobalLightness!.Skip(i * 4096).Take(4096).Zip(batch.GlobalLightness.Skip(i * 4096))
                .Where(pair => tone.ContainsKey(MathF.Round(pair.First, 1))).ToList();
            Assert.All(places, pair => Assert.Equal(tone[MathF.Round(pair.First, 1)], pair.Second, 0.3f));
        }
    }

    [Fact]
    public void Load_ShippedRecipes_ArePhasesOfOneTraining()
    {
        var first = Training.Recipe.Load(Repository.Path("recipes", "resnet18", "01-distance.json"));
        var second = Training.Recipe.Load(Repository.Path("recipes", "resnet18", "02-adversarial.json"));
        Assert.Equal(first.Network, second.Network);
        Assert.Equal((false, true), (first.Adversarial is not null, second.Adversarial is not null));
        Assert.Contains(first.Name, second.StartFrom, StringComparison.Ordinal);
    }

    private void Write(string name, byte red, byte green, byte blue)
    {
        Directory.CreateDirectory(Path.Combine(folder["pictures"], "_unlabeled"));
        byte[] pixels = [.. Enumerable.Repeat(new[] { red, green, blue }, 64 * 64).SelectMany(pixel => pixel)];
        using var photo = Photo.FromRgb(64, 64, pixels);
        photo.Save(Path.Combine(folder["pictures"], "_unlabeled", $"{name}.png"));
    }

    private Recipe Recipe() => TinyRecipe.Create(folder) with
    {
        Network = ResNetSizes.Tiny,
        Data = TinyRecipe.Create(folder).Data with { Larger = folder["pictures"] },
        Stages =
        [
            new Stage
            {
                Pictures = 48, Scale = 32, LargestScale = 48, Side = 32, Batch = 4,
                Larger = new() { Share = 0.5, Scale = 64, Side = 64, Batch = 4 },
            },
        ],
        Shape = new(),
        Ageing = new() { Share = 0.5 },
        WholeGlobalCopy = true,
        PaletteShare = 0.5,
        Optimizer = new()
        {
            Kind = OptimizerKind.AdamW,
            LearningRate = 0.003,
            TrunkRate = 0.2,
            DecaysVectors = false,
            MaxGradientNorm = 1,
        },
    };

    private List<JsonNode> Lines(string run) =>
        [.. File.ReadLines(Path.Combine(folder[run], "log.jsonl")).Select(line => JsonNode.Parse(line)!)];

    private async Task<ColorNetwork> Train(Recipe recipe, string run, long? stopAfter)
    {
        using var stop = new CancellationTokenSource();
        var source = PictureSource.Open(folder["pictures"]);
        var trainer = new Trainer(recipe, new RunFolder(folder[run]), source, torch.CPU, larger: source);
        var progress = new ImmediateProgress(report =>
        {
            if (report.Pictures >= stopAfter) stop.Cancel();
        });
        await trainer.Train(progress, (_, _) => Task.CompletedTask, stop.Token);
        return trainer.Network;
    }
}
