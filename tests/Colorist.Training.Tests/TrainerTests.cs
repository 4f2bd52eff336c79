using System.Diagnostics;
using TorchSharp;

namespace Colorist.Training.Tests;

public sealed class TrainerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TrainerTests() => SyntheticPictures.WriteFolders(folder["pictures"], perScene: 5);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(OptimizerKind.AdamW)]
    [InlineData(OptimizerKind.Adadelta)]
    public async Task Train_StoppedHalfWay_GoesOnAsIfNothingHadHappened(OptimizerKind optimizer)
    {
        var recipe = TinyRecipe.Create(folder, optimizer);
        var whole = await Train(recipe, "whole", stopAfter: null);
        await Train(recipe, "halves", stopAfter: 24);
        var halves = await Train(recipe, "halves", stopAfter: null);
        AssertClose(whole, halves);
    }

    [Fact]
    public async Task Train_WithAveraging_GoesOnWithTheAverageAfterAStop()
    {
        var recipe = TinyRecipe.Create(folder) with { Averaging = 0.9 };
        var whole = await Train(recipe, "whole", stopAfter: null);
        await Train(recipe, "halves", stopAfter: 24);
        AssertClose(whole, await Train(recipe, "halves", stopAfter: null));
        var last = await Train(recipe with { Averaging = null }, "last", stopAfter: null);
        Assert.False(whole.parameters().Zip(last.parameters()).All(pair => pair.First.allclose(pair.Second)));
    }

    [Fact]
    public async Task Train_InBFloat16_KeepsWeightsInSinglePrecision()
    {
        var recipe = TinyRecipe.Create(folder) with
        {
            Network = NetworkSizes.Tiny with { Width = 0.25, GlobalSide = 64 },
            Stages = [new Stage { Pictures = 24, Scale = 72, Side = 64, Batch = 8 }],
        };
        var single = await Train(recipe, "single", stopAfter: null);
        var brain = await Train(recipe with { BFloat16 = true }, "brain", stopAfter: null);
        Assert.All(brain.parameters(), weight => Assert.Equal(torch.ScalarType.Float32, weight.dtype));
        Assert.False(single.parameters().Zip(brain.parameters()).All(pair => pair.First.allclose(pair.Second)));
    }

    [Fact]
    public async Task Train_OnBins_LowersTheColorLoss()
    {
        var recipe = TinyRecipe.Create(folder) with
        {
            Network = NetworkSizes.Tiny with { Output = ColorOutput.Bins, Skips = true },
            Loss = new LossRecipe { Kind = ColorLossKind.CrossEntropy, ChromaWeight = 1 },
            Stages = [new Stage { Pictures = 2400, Scale = 32, Side = 32, Batch = 20 }],
            ReportEvery = 20,
        };
        await Train(recipe, "run", stopAfter: null);
        var losses = Losses("run");
        Assert.True(losses[^5..].Average() < 0.9 * losses[..5].Average(), string.Join(' ', losses));
    }

    [Fact]
    public async Task Train_StartingFromPartsOfAnotherNetwork_TakesThoseAndDrawsTheOthers()
    {
        var recipe = TinyRecipe.Create(folder);
        var first = await Train(recipe, "first", stopAfter: null);
        var start = recipe with
        {
            StartFrom = Path.Combine(folder["first"], "checkpoint.zip"),
            StartParts = ["lowLevel", "fusion"],
            Network = (NetworkSizes)recipe.Network with { Skips = true },
        };
        using var trainer =
            new Trainer(start, new RunFolder(folder["second"]), PictureSource.Open(folder["pictures"]), torch.CPU);
        var (from, to) = (first.state_dict(), trainer.Network.state_dict());
        var same = to.Keys
            .Where(name => from[name].shape.SequenceEqual(to[name].shape)
                && name.EndsWith("convolution.weight", StringComparison.Ordinal) && from[name].allclose(to[name]));
        Assert.Equal(["fusion", "lowLevel"], same.Select(name => name.Split('.')[0]).Distinct().Order());

        var unfit = start with { StartParts = ["colorization"] };
        var message =
            Assert.Throws<CheckpointException>(
                () => new Trainer(
                    unfit, new RunFolder(folder["third"]), PictureSource.Open(folder["pictures"]), torch.CPU)).Message;
        Assert.Contains(
            "colorization.layers.2.convolution.weight of 4×24×3×3, found 4×8×3×3", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_KilledAtAnyMoment_GoesOnAsIfNothingHadHappened()
    {
        var recipe = TinyRecipe.Create(folder) with
        {
            CheckpointMinutes = 1e-6,
            ReportEvery = 40,
            Stages = [new Stage { Pictures = 1200, Scale = 40, Side = 32, Batch = 4 }]
        };
        var whole = await Train(recipe, "whole", stopAfter: null);
        File.WriteAllText(folder["recipe.json"], recipe.ToJson());

        var checkpoint = Path.Combine(folder["killed"], "checkpoint.zip");
        using (var process = StartTraining())
        {
            while (!File.Exists(checkpoint) && !process.HasExited)
                await Task.Delay(5, TestContext.Current.CancellationToken);
            await Task.Delay(40, TestContext.Current.CancellationToken);
            process.Kill(); // SIGKILL
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        using var network = ColorNetwork.ForSizes(recipe.Network);
        Assert.InRange(Checkpoint.LoadWeights(checkpoint, network).Position.Seen, 4, 1196);

        AssertClose(whole, await Train(recipe, "killed", stopAfter: null));
        Assert.All(
            Losses("whole").Zip(Losses("killed")), pair => Assert.Equal(pair.First, pair.Second, 1e-3 * pair.First));
        Assert.Equal(Losses("whole").Count, Losses("killed").Count);
    }

    [Fact]
    public async Task Train_LogOfAResumedRun_SaysEverythingOnce()
    {
        var recipe = TinyRecipe.Create(folder);
        await Train(recipe, "run", stopAfter: 24);
        File.AppendAllText(
            Path.Combine(folder["run"], "log.jsonl"), "{\"pictures\":28,\"colourLoss\":9}\n{\"pictures\":32,\"col");
        await Train(recipe, "run", stopAfter: null);
        var pictures = File.ReadLines(Path.Combine(folder["run"], "log.jsonl"))
            .Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!["pictures"]!.GetValue<long>());
        Assert.Equal(Enumerable.Range(1, 12).Select(report => 4L * report), pictures);
    }

    [Fact]
    public async Task Train_OnAFewPictures_LowersTheColorLoss()
    {
        var recipe = TinyRecipe.Create(folder) with
        {
            Stages = [new Stage
        {
            Pictures = 1200,
            Scale = 32,
            Side = 32,
            Batch = 20
        }],
            ReportEvery = 20
        };
        await Train(recipe, "run", stopAfter: null);
        var losses = Losses("run");
        Assert.True(losses[^5..].Average() < 0.5 * losses[..5].Average(), string.Join(' ', losses));
    }

    [Fact]
    public async Task Train_StartingFromAnotherRun_BeginsWithItsWeights()
    {
        var recipe = TinyRecipe.Create(folder);
        await Train(recipe, "first", stopAfter: null);
        var start = recipe with { StartFrom = Path.Combine(folder["first"], "checkpoint.zip"), Seed = 99 };
        using var trainer =
            new Trainer(start, new RunFolder(folder["second"]), PictureSource.Open(folder["pictures"]), torch.CPU);
        using var first = ColorNetwork.ForSizes(recipe.Network);
        Checkpoint.LoadWeights(start.StartFrom, first);
        AssertClose(first, trainer.Network);
        Assert.Equal(48, trainer.State.PicturesInAll);
    }

    [Fact]
    public async Task Train_ResNet_LearnsAndBecomesAModelOfItsFamily()
    {
        var recipe = TinyRecipe.Create(folder) with
        {
            Network = ResNetSizes.Tiny,
            ReportEvery = 20,
            Averaging = 0.9,
            Stages = [new Stage { Pictures = 2400, Scale = 32, Side = 32, Batch = 20 }],
        };
        await Train(recipe, "run", stopAfter: 1200);
        await Train(recipe, "run", stopAfter: null); // goes on from its checkpoint
        var losses = Losses("run");
        Assert.True(losses[^5..].Average() < 0.9 * losses[..5].Average(), string.Join(' ', losses));

        using var trained = TrainedNetwork.Load(Path.Combine(folder["run"], "checkpoint.zip"));
        Assert.Equal("resnet18", trained.Write(folder["model"], SyntheticPictures.Scenes).Family);
        var foreign = TinyRecipe.Create(folder) with { StartFrom = "trunk.onnx" };
        Assert.Throws<RecipeException>(() =>
            new Trainer(foreign, new RunFolder(folder["other"]), PictureSource.Open(folder["pictures"]), torch.CPU));
    }

    [Fact]
    public async Task Train_StartingFromAModel_BeginsWithItsColorsAndLearnsOn()
    {
        var recipe = TinyRecipe.Create(folder) with
        {
            ReportEvery = 20,
            Stages = [new Stage { Pictures = 2400, Scale = 32, Side = 32, Batch = 20 }]
        };
        await Train(recipe, "first", stopAfter: null);
        using (var first = TrainedNetwork.Load(Path.Combine(folder["first"], "checkpoint.zip")))
            first.Write(folder["model"], SyntheticPictures.Scenes);
        await Train(recipe with
        {
            StartFrom = folder["model"],
            Network = (NetworkSizes)recipe.Network with { Context = true }
        }, "second", stopAfter: null);
        var (before, after) = (Losses("first"), Losses("second"));
        Assert.InRange(after[0], 0, 1.2 * before[^1]);
        Assert.InRange(after[^5..].Average(), 0, before[^5..].Average());

        var parts = recipe with { StartFrom = folder["model"], StartParts = ["fusion"] };
        Assert.Throws<RecipeException>(() =>
            new Trainer(parts, new RunFolder(folder["third"]), PictureSource.Open(folder["pictures"]), torch.CPU));
    }

    [Fact]
    public void Resume_DamagedOrForeignCheckpoint_SaysWhatIsWrong()
    {
        using var network = new ColorizationNetwork(NetworkSizes.Tiny);
        File.WriteAllText(folder["text.zip"], "no zip");
        Assert.Contains("damaged",
            Assert.Throws<CheckpointException>(() => Checkpoint.LoadWeights(folder["text.zip"], network)).Message);
        Assert.Contains("no file",
            Assert.Throws<CheckpointException>(() => Checkpoint.LoadWeights(folder["none.zip"], network)).Message);
    }

    private List<double> Losses(string run) =>
        [.. File.ReadLines(Path.Combine(folder[run], "log.jsonl"))
            .Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!["colourLoss"]!.GetValue<double>())];

    private async Task<ColorNetwork> Train(Recipe recipe, string run, long? stopAfter)
    {
        using var stop = new CancellationTokenSource();
        var trainer =
            new Trainer(recipe, new RunFolder(folder[run]), PictureSource.Open(folder["pictures"]), torch.CPU);
        var progress = new ImmediateProgress(report =>
        {
            if (report.Pictures >= stopAfter) stop.Cancel();
        });
        await trainer.Train(progress, (_, _) => Task.CompletedTask, stop.Token);
        return trainer.Network;
    }

    private Process StartTraining()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "colorist-train.dll");
        var start = new ProcessStartInfo(
            "dotnet", [program, "train", folder["recipe.json"], "--run", folder["killed"], "--threads", "1"])
        {
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    private static void AssertClose(ColorNetwork expected, ColorNetwork found)
    {
        var left = expected.state_dict();
        var right = found.state_dict();
        Assert.Equal(left.Keys.Order(), right.Keys.Order());
        Assert.All(left, pair => Assert.True(pair.Value.allclose(right[pair.Key], rtol: 1e-4, atol: 1e-6), pair.Key));
    }
}
