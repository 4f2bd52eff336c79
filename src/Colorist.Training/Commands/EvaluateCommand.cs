using System.CommandLine;
using Colorist.Training.Data;
using Colorist.Training.Evaluation;
using Colorist.Training.Export;
using Colorist.Training.Networks;

namespace Colorist.Training.Commands;

/// <summary><c>evaluate</c>: scores a model, or a checkpoint by way of its export, on pictures in true colour.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model, or checkpoint.zip of a run" };
        var source = new Argument<string>("pictures") { Description = "tar shards (* allowed), a folder, or a list of \"path label\" lines" };
        var output = new Option<string>("--output", "-o") { Description = "folder for report.md, scores.csv and sheet.png", Required = true };
        var root = new Option<string?>("--root") { Description = "folder that a list's paths start from" };
        var side = new Option<int?>("--side") { Description = "scale every picture to this square first; 256 in published tables" };
        var longest = new Option<int?>("--longest-side") { Description = "reduce larger pictures to this longer side first" };
        var count = new Option<int?>("--count") { Description = "only so many pictures" };
        var renderSide = new Option<int?>("--render-side") { Description = "instead of the model's own" };
        var command = new Command("evaluate", "Score a model on pictures in true colour.") { model, source, output, root, side, longest, count, renderSide };
        command.SetAction((parsed, stop) => Run(
            parsed.GetValue(model)!,
            PictureSource.Open(parsed.GetValue(source)!, parsed.GetValue(root)),
            Directory.CreateDirectory(parsed.GetValue(output)!).FullName,
            new EvaluationOptions { Side = parsed.GetValue(side), LongestSide = parsed.GetValue(longest), MaxPictures = parsed.GetValue(count) },
            new ColorizerOptions { RenderSide = parsed.GetValue(renderSide) },
            stop));
        return command;
    }

    private static async Task<int> Run(
        string model, IPictureSource source, string output, EvaluationOptions options, ColorizerOptions colorizing, CancellationToken stop)
    {
        if (model.EndsWith(".zip", StringComparison.Ordinal)) model = Export(model, source, Path.Combine(output, "model"));
        using var colorizer = Colorizer.Load(model, colorizing);
        var evaluator = Evaluator.Of(colorizer);
        var result = await evaluator.Run(source, options, new CountDisplay(), stop);
        Console.Error.WriteLine();

        var report = Path.Combine(output, "report.md");
        var card = colorizer.Card;
        var origin = $"{card.PicturesSeen:n0} pictures seen; trained by commit {card.Commit}, scored by commit {ProgramVersion.Commit}.";
        EvaluationReport.WriteMarkdown(report, result, $"{card.Name} on {options.MaxPictures?.ToString() ?? "all"} pictures", origin);
        EvaluationReport.WriteCsv(Path.Combine(output, "scores.csv"), result);
        EvaluationSheet.Write(Path.Combine(output, "sheet.png"), evaluator, source, result);
        Console.WriteLine(await File.ReadAllTextAsync(report, stop));
        return result.Skipped.Count == 0 ? 0 : 2;
    }

    private static string Export(string checkpoint, IPictureSource source, string folder)
    {
        var recipe = Checkpoint.LoadRecipe(checkpoint);
        using var network = new ColorizationNetwork(recipe.Network);
        var state = Checkpoint.LoadWeights(checkpoint, network);
        TrainedModel.Write(folder, network, recipe, state, source.Labels);
        return folder;
    }
}
