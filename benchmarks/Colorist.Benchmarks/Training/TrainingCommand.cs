using System.CommandLine;
using System.Globalization;
using TorchSharp;

namespace Colorist.Benchmarks.Training;

/// <summary>
/// <c>training</c>: pictures a second of the trainer beside those of the bare loop of forward, backward and step.
/// </summary>
internal static class TrainingCommand
{
    public static Command Create()
    {
        var recipe = new Argument<string>("recipe")
        {
            Description = "recipe file (JSON); its last stage is measured, on its training pictures"
        };
        var set = new Option<string[]>("--set")
        {
            Description = "replace a value of the recipe",
            DefaultValueFactory = _ => []
        };
        var threads = new Option<int>("--threads")
        {
            Description = "threads of the network, 0 for all",
            DefaultValueFactory = _ => 0
        };
        var steps = new Option<int>("--steps") { Description = "of each measurement", DefaultValueFactory = _ => 20 };
        var rounds = new Option<int>("--rounds")
        {
            Description = "measurements of each by turns; the medians count",
            DefaultValueFactory = _ => 9
        };
        var command = new Command("training", "Compare the trainer with the bare loop on random tensors.")
        {
            recipe, set, threads, steps, rounds
        };
        command.SetAction(parsed => TemporaryFolder.Use(folder =>
        {
            NativeSettings.Begin();
            if (parsed.GetValue(threads) is > 0 and var count) torch.set_num_threads(count);
            var rates =
                new TrainingRates(Recipe.Load(parsed.GetValue(recipe)!, parsed.GetValue(set)!), parsed.GetValue(steps));
            Print(rates, folder, parsed.GetValue(rounds));
            return 0;
        }));
        return command;
    }

    private static void Print(TrainingRates rates, string folder, int rounds)
    {
        var measured = Enumerable.Range(0, rounds)
            .Select(round => (Bare: rates.OfBareLoop(), Trainer: rates.OfTrainer(Path.Combine(folder, $"{round}"))))
            .ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| pictures | batch | bare loop, pictures a second | trainer | trainer ÷ bare loop |\n|--:|--:|--:|--:|--:|\n"
            + $"| {rates.Side}×{rates.Side} | {rates.Batch} | {Median(round => round.Bare):f1} | {Median(round => round.Trainer):f1} | {Median(round => round.Trainer / round.Bare):f3} |"));

        double Median(Func<(double Bare, double Trainer), double> value) =>
            measured.Select(value).Order().ElementAt(measured.Count / 2);
    }
}
