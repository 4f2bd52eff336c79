using System.CommandLine;
using System.Globalization;
using Colorist.Benchmarks.Network;

namespace Colorist.Benchmarks;

/// <summary>
/// <c>stages</c>: where the time of one large photo goes in a warm program, one stage after the other.
/// </summary>
internal static class StagesCommand
{
    private const double Grain = 4; // of 255, as in a scan

    public static Command Create()
    {
        var sample = new Argument<string>("sample")
        {
            Description = "a black-and-white picture; scaled copies of it are coloured"
        };
        var megapixels = new Option<double>("--megapixels")
        {
            Description = "of the copies",
            DefaultValueFactory = _ => 24
        };
        var results = new ResultOptions();
        var command = new Command("stages",
            "Time the stages of colouring a photo: decoding, network, upsampling, merging, encoding.")
        {
            sample, megapixels
        };
        results.AddTo(command);
        command.SetAction(parsed => TemporaryFolder.Use(folder =>
        {
            using var scaled = new ScaledPhotos(parsed.GetValue(sample)!, folder);
            return results.Conclude(parsed, Print(scaled, parsed.GetValue(megapixels), folder));
        }));
        return command;
    }

    private static List<Result> Print(ScaledPhotos scaled, double megapixels, string folder)
    {
        var rate = MatrixProduct.Rate(threads: 0);
        var results = new List<Result>();
        foreach (var extension in (string[])[".jpg", ".png"])
        {
            var stages = new PhotoStages(scaled.Write(megapixels, extension, Grain), folder).Measure();
            if (results.Count == 0)
                Console.WriteLine(
                    $"| {megapixels} megapixels, ms | {string.Join(" | ", stages.Select(stage => stage.Name))} |\n|---{string.Concat(stages.Select(_ => "|--:"))}|");
            Console.WriteLine(
                $"| {extension} | {string.Join(" | ", stages.Select(stage => (stage.Seconds * 1000).ToString("f0", CultureInfo.InvariantCulture)))} |");
            results.AddRange(stages.Select(
                stage => new Result($"stages {megapixels} megapixels {extension}, {stage.Name}", stage.Seconds, rate)));
        }
        return results;
    }
}
