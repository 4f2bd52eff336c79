using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Colorist.Benchmarks.Network;
using Colorist.Cli;

namespace Colorist.Benchmarks;

/// <summary><c>films</c>: frames a second of <c>colorist film</c> by size, and the stage that limits.</summary>
internal static class FilmsCommand
{
    private static readonly (int Width, int Height)[] Sizes = [(320, 240), (640, 480), (1920, 1080)];

    public static Command Create()
    {
        var sample = new Argument<string>("sample")
        {
            Description = "a film; copies of it in several sizes are coloured"
        };
        var frames = new Option<int>("--frames")
        {
            Description = "of each copy; the film is repeated as often as needed",
            DefaultValueFactory = _ => 500
        };
        var command = new Command("films", "Time colouring films by size.") { sample, frames };
        var results = new ResultOptions();
        results.AddTo(command);
        command.SetAction(
            parsed => TemporaryFolder.Use(
                folder => results.Conclude(parsed, Print(parsed.GetValue(sample)!, parsed.GetValue(frames), folder))));
        return command;
    }

    private static List<Result> Print(string sample, int frames, string folder)
    {
        var (rate, results) = (MatrixProduct.Rate(threads: 0), new List<Result>());
        using var colorizer = Colorizer.Load(ShippedModel.Folder);
        Console.WriteLine(
            "| size | frames a second | limited by | decoding, ms a frame | colouring | painting | encoding |\n|---|--:|---|--:|--:|--:|--:|");
        foreach (var (width, height) in Sizes)
        {
            var copy = Scaled(sample, width, height, frames, folder);
            var result = new FilmColorizer(colorizer)
                .Colorize(Film.Open(copy), Path.Combine(folder, "out.mp4"), new FilmOptions
                {
                    Overwrite = true,
                    Recolor = true
                });
            double Milliseconds(double seconds) => seconds * 1000 / result.Frames;
            (string Name, double Seconds)[] stages =
            [
                ("decoding", result.Stages.Decoding), ("colouring", result.Stages.Coloring),
                ("painting", result.Stages.Painting), ("encoding", result.Stages.Encoding),
            ];
            results.Add(new Result($"frame of a film of {width}×{height}", 1 / result.FramesPerSecond, rate));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {width}×{height} | {result.FramesPerSecond:f1} | {stages.MaxBy(stage => stage.Seconds).Name} | ")
                + string.Join(" | ", stages.Select(
                    stage => Milliseconds(stage.Seconds).ToString("f1", CultureInfo.InvariantCulture))) + " |");
        }
        return results;
    }

    private static string Scaled(string sample, int width, int height, int frames, string folder)
    {
        var path = Path.Combine(folder, $"{width}x{height}.mp4");
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-stream_loop", "-1", "-i", sample, "-map", "0:v", "-vf",
            $"scale={width}:{height},format=yuv420p", "-frames:v", $"{frames}",
            "-c:v", "libx264", "-crf", "18", "-preset", "fast", "-y", path,
        ];
        using var process = Process.Start("ffmpeg", arguments);
        process.WaitForExit();
        return process.ExitCode == 0 ? path : throw new InvalidOperationException($"ffmpeg failed on {sample}");
    }
}
