using System.CommandLine;
using Colorist.CommandLine;

namespace Colorist.Training;

/// <summary>
/// <c>evaluate</c>: scores a model, or a checkpoint by way of its export, on pictures in true colour.
/// </summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model, or checkpoint.zip of a run" };
        var source = new Argument<string>("pictures")
        {
            Description = "tar shards (* allowed), a folder, or a list of \"path label\" lines"
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "folder for report.md, scores.csv and sheet.png",
            Required = true
        };
        var root = new Option<string?>("--root") { Description = "folder that a list's paths start from" };
        var side = new Option<int?>("--side")
        {
            Description = "scale every picture to this square first; 256 in published tables"
        };
        var longest = new Option<int?>("--longest-side")
        {
            Description = "reduce larger pictures to this longer side first"
        };
        var count = new Option<int?>("--count") { Description = "only so many pictures" };
        var renderSide = new Option<int?>("--render-side") { Description = "instead of the model's own" };
        var renderFull = new Option<bool>("--render-full")
        {
            Description = "every pixel goes through the network, in tiles"
        };
        var temperature = new Option<double?>("--temperature")
        {
            Description = "of a checkpoint whose network tells colours by bins; below 1 is livelier"
        };
        var precision = new Option<Precision>("--precision")
        {
            Description =
                "full, half, eightBits, or automatic: half on a GPU, 8 bits where the processor is fast with them"
        }.ByName();
        var saturation = new Option<float>("--saturation")
        {
            Description = "times the chroma, 0 to 3",
            DefaultValueFactory = _ => 1
        };
        var vivid = new Option<bool?>("--vivid")
        {
            Description =
                "true or false: with the curve for vivid colours or without; by default as the model recommends"
        };
        var keep = new Option<bool>("--keep-pictures")
        {
            Description = "keep the pictures too, in the folders truth and coloured of the output: for a study"
        };
        var trunk = new Option<string?>("--trunk")
        {
            Description = "ResNet18.onnx, as training uses it: measure LPIPS-R18 and FID-R18 too"
        };
        var secondLook = new Option<bool>("--second-look")
        {
            Description = "true or false: a second look at large pictures where the model recommends it",
            DefaultValueFactory = _ => true
        };
        var evenness = new Option<float?>("--evenness")
        {
            Description = "how far colours even out, 0 to 0.25 of the side; by default as the model recommends"
        };
        var oneScene = new Option<bool>("--one-scene")
        {
            Description = "every picture takes the mean scene of them all: what global features are worth"
        };
        var command = new Command("evaluate", "Score a model on pictures in true colour.")
        {
            model, source, output, root, side, longest, count, renderSide, renderFull, temperature, saturation,
            precision, vivid, secondLook, evenness, oneScene, keep, trunk,
        };
        command.SetAction((parsed, stop) =>
        {
            var pictures = PictureSource.Open(parsed.GetValue(source)!, parsed.GetValue(root));
            var folder = Directory.CreateDirectory(parsed.GetValue(output)!).FullName;
            return Run(
                Exported(parsed.GetValue(model)!, parsed.GetValue(temperature), pictures, folder), pictures, folder,
                new EvaluationOptions
                {
                    Side = parsed.GetValue(side),
                    LongestSide = parsed.GetValue(longest),
                    MaxPictures = parsed.GetValue(count),
                    KeepsPartWhenStopped = true,
                    PicturesTo = parsed.GetValue(keep) ? folder : null,
                },
                new ColorizerOptions
                {
                    RenderSide = parsed.GetValue(renderSide),
                    RenderFull = parsed.GetValue(renderFull),
                    Precision = parsed.GetValue(precision),
                    SecondLook = parsed.GetValue(secondLook),
                    Evenness = parsed.GetValue(evenness),
                },
                new Look { Vivid = parsed.GetValue(vivid), Saturation = parsed.GetValue(saturation) },
                parsed.GetValue(oneScene), parsed.GetValue(trunk), stop);
        });
        return command;
    }

    private static async Task<int> Run(
        string model, IPictureSource source, string output, EvaluationOptions options, ColorizerOptions colorizing,
        Look look, bool oneScene, string? trunk, CancellationToken stop)
    {
        using var colorizer = Colorizer.Load(model, colorizing);
        if (oneScene)
            look = look with { Style = Evaluator.MeanScene(colorizer, source, options, new CountDisplay(), stop) };
        using var alike = trunk is null ? null : new TrunkMeasures(ColorTrunk.FromFile(trunk, ResNetSizes.Full));
        var evaluator = Evaluator.For(colorizer, look);
        options = options with { Seen = alike is null ? null : alike.Add };
        var result = await evaluator.Run(source, options, new CountDisplay(), stop);
        Console.Error.WriteLine();

        var report = Path.Combine(output, "report.md");
        var card = colorizer.Card;
        var origin =
            $"{card.PicturesSeen:n0} pictures seen; trained by commit {card.Commit ?? "unknown"}, scored by commit {ProgramVersion.Commit}.";
        EvaluationReport.WriteMarkdown(report, result,
            $"{card.Name} on {options.MaxPictures?.ToString() ?? "all"} pictures{(stop.IsCancellationRequested ? ", stopped early" : "")}",
            origin, alike?.Rows() ?? []);
        EvaluationReport.WriteCsv(Path.Combine(output, "scores.csv"), result);
        if (stop.IsCancellationRequested)
            return Interrupted.AfterPictures(result.Pictures.Count + result.Skipped.Count, options.MaxPictures);
        EvaluationSheet.Write(Path.Combine(output, "sheet.png"), evaluator, source, result);
        Console.WriteLine(await File.ReadAllTextAsync(report, CancellationToken.None));
        return result.Skipped.Count == 0 ? 0 : 2;
    }

    /// <summary>A model as it is, or the model that a checkpoint makes.</summary>
    private static string Exported(string path, double? temperature, IPictureSource source, string output)
    {
        if (!path.EndsWith(".zip", StringComparison.Ordinal))
            return temperature is null
                ? path
                : throw new ArgumentException($"--temperature: expected a checkpoint.zip with it, found {path}");
        using var trained = TrainedNetwork.Load(path, temperature);
        var model = Path.Combine(output, "model");
        trained.Write(model, source.Labels);
        return model;
    }
}
