using System.CommandLine;

namespace Colorist.Training;

/// <summary>
/// <c>vivid</c>: fits the curve for vivid colours on every other picture, scores it on the rest, and writes it on the
/// model's card.
/// </summary>
internal static class VividCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model; its card gets the curve" };
        var source = new Argument<string>("pictures")
        {
            Description = "pictures in true colour that it was not trained on: tar shards or a folder"
        };
        var rise = new Option<double>("--most-rise")
        {
            Description = "of CIEDE2000 on the pictures that it is fitted on, as a share",
            DefaultValueFactory = _ => 0.045, // less than the 5 % it may cost on others
        };
        var recommend = new Option<bool>("--recommend")
        {
            Description = "the card shall recommend vivid colours: users get them by default"
        };
        var command = new Command(
            "vivid", "Fit the curve that makes a model's colours vivid.") { model, source, rise, recommend };
        command.SetAction(
            (parsed, stop) => Run(parsed.GetValue(model)!, PictureSource.Open(parsed.GetValue(source)!),
                parsed.GetValue(rise), parsed.GetValue(recommend), stop));
        return command;
    }

    private static async Task Run(
        string folder, IPictureSource source, double maxRise, bool recommend, CancellationToken stop)
    {
        var fit = new VividFit();
        using (var colorizer = Colorizer.Load(folder))
        {
            Parallel.ForEach(new EveryOther(source, first: true).Read(null), new ParallelOptions
            {
                CancellationToken = stop
            }, picture => fit.Add(colorizer, picture));
            (colorizer.Card with { Vivid = fit.Curve(maxRise), VividByDefault = recommend }).Write(folder);
        }

        using var vivid = Colorizer.Load(folder);
        var rest = new EveryOther(source, first: false);
        Console.WriteLine(
            "| the other half of the pictures | a\\*b\\* RMSE | CIEDE2000 | PSNR, dB | colourfulness / true |\n|---|--:|--:|--:|--:|");
        foreach (var (name, look) in new[] { ("model", new Look { Vivid = false }),
            ("model, vivid", new Look { Vivid = true }) })
        {
            var result = await Evaluator.For(vivid, look: look).Run(rest, cancellation: stop);
            Console.WriteLine(
                $"| {name} | {result.Model.AbRmse:f2} | {result.Model.Ciede2000:f2} | {result.Model.Psnr:f2} | {result.ColorfulnessRatio:f2} |");
        }

        Console.WriteLine($"\nchroma 0, 2, 4, ... becomes {string.Join(", ", vivid.Card.Vivid!)}");
    }
}
