using System.Text.Json.Nodes;
using TorchSharp;

namespace Colorist.Training.Tests;

public sealed class SceneLearningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SceneLearningTests() => SyntheticPictures.WriteFolders(folder["pictures"], perScene: 5);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Train_WithAlpha_LearnsTheScenesAndWithoutItDoesNot()
    {
        var taught = await SceneLosses(alpha: 1);
        var untaught = await SceneLosses(alpha: 0);
        Assert.True(taught[^5..].Average() < 0.7 * untaught[^5..].Average(),
            $"{string.Join(' ', taught)}; {string.Join(' ', untaught)}");
    }

    private async Task<List<double>> SceneLosses(double alpha)
    {
        var stage = new Stage { Pictures = 1200, Scale = 32, Side = 32, Batch = 20 };
        var recipe = TinyRecipe.Create(folder) with { Alpha = alpha, Stages = [stage], ReportEvery = 20 };
        var run = new RunFolder(folder[$"alpha {alpha}"]);
        using var trainer = new Trainer(recipe, run, PictureSource.Open(folder["pictures"]), torch.CPU);
        await trainer.Train(
            new Progress<TrainingReport>(), (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken);
        return [.. File.ReadLines(Path.Combine(folder[$"alpha {alpha}"], "log.jsonl"))
            .Select(line => JsonNode.Parse(line)!["sceneLoss"]!.GetValue<double>())];
    }
}
