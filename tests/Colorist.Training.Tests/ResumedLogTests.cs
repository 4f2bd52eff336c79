using System.Text.Json.Nodes;
using TorchSharp;

namespace Colorist.Training.Tests;

/// <summary>
/// A kill leaves the run's files as they are at that moment; they are copied at every one that differs, and gone on
/// with.
/// </summary>
public sealed class ResumedLogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Recipe recipe;

    public ResumedLogTests()
    {
        SyntheticPictures.WriteFolders(folder["pictures"], perScene: 3);
        recipe = TinyRecipe.Create(folder) with { ReportEvery = 12, ValidateEvery = 20, ValidationPictures = 2 };
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Train_KilledAtAnyMoment_LogsWhatARunLogsThatWasNot()
    {
        var moments = new List<Dictionary<string, byte[]>>();
        var run = new RunFolder(folder["whole"]);
        await Train(run, Score(run), () =>
        {
            var now = Files(run);
            if (moments.Count == 0
                || !now.All(file => moments[^1].GetValueOrDefault(file.Key) is { } before
                    && before.SequenceEqual(file.Value))) moments.Add(now);
        }, minutes: 1e-9);
        var whole = Lines(run);
        Assert.Equal([12, 20, 24, 36, 40, 48, 48], whole.Select(line => line["pictures"]!.GetValue<long>()));

        Assert.True(moments.Count >= 20, $"{moments.Count} moments");
        foreach (var (number, moment) in moments.Index())
        {
            var killed = new RunFolder(folder[$"killed {number}"]);
            foreach (var (name, bytes) in moment) File.WriteAllBytes(Path.Combine(killed.Path, name), bytes);
            File.AppendAllText(killed.Log, "{\"pictures\":4,\"colo"); // a line that the kill tore
            await Train(killed, Score(killed), () => { });
            AssertSame(whole, Lines(killed), $"moment {number}");
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(48)]
    public async Task Train_KilledInAValidation_ValidatesFirstOnceItGoesOn(long pictures)
    {
        var run = new RunFolder(folder["run"]);
        var validation = new Validation(recipe, run, PictureSource.Open(folder["pictures"]));
        await Assert.ThrowsAsync<TimeoutException>(() => Train(run, (network, state) =>
            state.Position.Seen == pictures ? throw new TimeoutException() : validation.Validate(network, state),
            () => { }));
        if (pictures == 48) File.Delete(run.Plot); // of the validation before

        var validated = new List<long>();
        for (var attempt = 0; attempt < 2; attempt++) // the second finds nothing to do
        {
            await Train(run, (network, state) =>
            {
                validated.Add(state.Position.Seen);
                return validation.Validate(network, state);
            }, () => { });
        }

        Assert.Equal(pictures == 48 ? [48] : [20, 40, 48], validated);
        Assert.Equal([20, 40, 48], Lines(run).Where(line => line["validation"] is not null)
            .Select(line => line["pictures"]!.GetValue<long>()));
        Assert.Equal(48, ModelCard.Read(Path.Combine(run.Model, ModelCard.FileName)).PicturesSeen);
        Assert.True(File.Exists(run.Plot) && File.Exists(run.Grid));
    }

    private static Func<ColorNetwork, TrainingState, Task> Score(RunFolder run) => (_, state) =>
    {
        run.Report(new { pictures = state.Position.Seen, validation = new { abRmse = state.Steps } });
        return Task.CompletedTask;
    };

    /// <param name="look">Called before and after everything that the run writes.</param>
    private async Task Train(
        RunFolder run, Func<ColorNetwork, TrainingState, Task> validate, Action look, double minutes = 5)
    {
        using var trainer = new Trainer(recipe with { CheckpointMinutes = minutes }, run,
            new Watched(PictureSource.Open(folder["pictures"]), look), torch.CPU);
        await trainer.Train(new Watch(look), async (network, state) =>
        {
            look();
            await validate(network, state);
            look();
        }, TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, byte[]> Files(RunFolder run) =>
        Directory.GetFiles(run.Path).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);

    private static List<JsonNode> Lines(RunFolder run) =>
        [.. File.ReadLines(run.Log).Select(line => JsonNode.Parse(line)!)];

    private static void AssertSame(List<JsonNode> expected, List<JsonNode> found, string moment)
    {
        Assert.True(expected.Count == found.Count, $"{moment}: {found.Count} lines");
        foreach (var (left, right) in expected.Zip(found))
        {
            Assert.Equal(left["pictures"]!.GetValue<long>(), right["pictures"]!.GetValue<long>());
            Assert.Equal(left["validation"]?.ToJsonString(), right["validation"]?.ToJsonString());
            if (left["colourLoss"] is null) continue;
            Assert.True(Math.Abs(1 - (right["colourLoss"]!.GetValue<double>() / left["colourLoss"]!.GetValue<double>()))
                < 1e-4, $"{moment}: {right}");
            Assert.True(Math.Abs(1 - (right["sceneLoss"]!.GetValue<double>() / left["sceneLoss"]!.GetValue<double>()))
                < 1e-4, $"{moment}: {right}");
        }
    }

    private sealed class Watch(Action look) : IProgress<TrainingReport>
    {
        public void Report(TrainingReport value) => look();
    }

    private sealed class Watched(IPictureSource source, Action look) : IPictureSource
    {
        public IReadOnlyList<string> Labels => source.Labels;

        public IEnumerable<LabelledPicture> Read(ulong? shuffleSeed)
        {
            foreach (var picture in source.Read(shuffleSeed))
            {
                look();
                yield return picture;
            }
        }
    }
}
