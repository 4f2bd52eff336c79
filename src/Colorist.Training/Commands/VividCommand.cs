using System.CommandLine;
using Colorist.Training.Data;
using Colorist.Training.Evaluation;

namespace Colorist.Training.Commands;

/// <summary><c>vivid</c>: fits the curve for vivid colours on every other picture, scores it on the rest, and writes it on the model's card.</summary>
internal static class VividCommand
{
    private const double MostRise = 0.045; // of CIEDE2000, on the pictures that it is fitted on: less than the 5 % it may cost on others

    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model; its card gets the curve" };
        var source = new Argument<string>("pictures") { Description = "pictures in true colour that it was not trained on: tar shards or a folder" };
        var command = new Command("vivid", "Fit the curve that makes a model's colours vivid.") { model, source };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(model)!, PictureSource.Open(parsed.GetValue(source)!), stop));
        return command;
    }

    private static async Task Run(string folder, IPictureSource source, CancellationToken stop)
    {
        var fit = new VividFit();
        using (var colorizer = Colorizer.Load(folder))
        {
            Parallel.ForEach(new EveryOther(source, first: true).Read(null), new ParallelOptions { CancellationToken = stop }, picture => fit.Add(colorizer, picture));
            (colorizer.Card with { Vivid = fit.Curve(MostRise) }).Write(folder);
        }

        using var vivid = Colorizer.Load(folder);
        var rest = new EveryOther(source, first: false);
        Console.WriteLine("| the other half of the pictures | a\\*b\\* RMSE | CIEDE2000 | PSNR, dB | colourfulness / true |\n|---|--:|--:|--:|--:|");
        foreach (var (name, look) in new[] { ("model", new Look()), ("model, vivid", new Look { Vivid = true }) })
        {
            var result = await Evaluator.Of(vivid, look: look).Run(rest, cancellation: stop);
            Console.WriteLine($"| {name} | {result.Model.AbRmse:f2} | {result.Model.Ciede2000:f2} | {result.Model.Psnr:f2} | {result.ColourfulnessRatio:f2} |");
        }

        Console.WriteLine($"\nchroma 0, 2, 4, ... becomes {string.Join(", ", vivid.Card.Vivid!)}");
    }
}
