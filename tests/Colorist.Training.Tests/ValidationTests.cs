using System.Text.Json.Nodes;
using TorchSharp;

namespace Colorist.Training.Tests;

public sealed class ValidationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ValidationTests() => SyntheticPictures.WriteFolders(folder["pictures"], perScene: 3);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Validate_DuringATinyRun_LeavesScoresModelGridAndPlot()
    {
        var recipe = TinyRecipe.Create(folder) with { ValidateEvery = 24, ValidationPictures = 5 };
        var run = new RunFolder(folder["run"]);
        var source = PictureSource.Open(folder["pictures"]);
        using var trainer = new Trainer(recipe, run, source, torch.CPU);
        await trainer.Train(new Progress<TrainingReport>(), new Validation(recipe, run, source).Validate,
            TestContext.Current.CancellationToken);

        var scores = File.ReadLines(run.Log).Select(line => JsonNode.Parse(line)!)
            .Where(line => line["validation"] is not null).ToList();
        Assert.Equal([24L, 48L], scores.Select(line => line["pictures"]!.GetValue<long>()));
        // the last one takes all
        Assert.Equal([5, 12], scores.Select(line => line["validation"]!["pictures"]!.GetValue<int>()));
        Assert.All(scores, line => Assert.True(line["validation"]!["greyAbRmse"]!.GetValue<double>() > 1));
        Assert.True(new FileInfo(run.Grid).Length > 0 && new FileInfo(run.Plot).Length > 0);
        using var colorizer = Colorizer.Load(run.Model);
        Assert.Equal((48, "tiny", recipe.Stages[^1].Side),
            (colorizer.Card.PicturesSeen, colorizer.Card.Name, colorizer.Card.GlobalSide));
        Assert.Equal(SyntheticPictures.Scenes, colorizer.Card.Labels);
    }
}
