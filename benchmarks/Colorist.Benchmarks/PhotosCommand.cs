using System.CommandLine;
using System.Globalization;
using Colorist.Benchmarks.Network;

namespace Colorist.Benchmarks;

/// <summary>
/// <c>photos</c>: seconds and peak memory of <c>colorist photo</c> by size, and what a batch gets through.
/// </summary>
internal static class PhotosCommand
{
    public static Command Create()
    {
        var sample = new Argument<string>("sample")
        {
            Description = "a black-and-white picture; scaled copies of it are coloured"
        };
        var batch = new Option<int>("--batch")
        {
            Description = "photos of 1 megapixel in the batch",
            DefaultValueFactory = _ => 1000
        };
        var sizes = new Option<double[]>("--megapixels")
        {
            Description = "of the single photos",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [0.3, 12, 24, 100, 400],
        };
        var results = new ResultOptions();
        var command = new Command("photos", "Time colorist photo by size, and a batch.") { sample, sizes, batch };
        results.AddTo(command);
        command.SetAction(parsed => TemporaryFolder.Use(folder =>
        {
            using var scaled = new ScaledPhotos(parsed.GetValue(sample)!, folder);
            var rate = MatrixProduct.Rate(threads: 0);
            var times = PrintSizes(scaled, folder, parsed.GetValue(sizes)!)
                .Append(PrintBatch(scaled, folder, parsed.GetValue(batch)));
            return results.Conclude(parsed, [.. times.Select(time => new Result(time.Name, time.Seconds, rate))]);
        }));
        return command;
    }

    private static List<(string Name, double Seconds)> PrintSizes(ScaledPhotos scaled, string folder, double[] sizes)
    {
        var times = new List<(string, double)>();
        Console.WriteLine(
            "| megapixels | JPEG to JPEG, s | peak MB | 16-bit TIFF to TIFF, s | peak MB |\n|--:|--:|--:|--:|--:|");
        foreach (var megapixels in sizes)
        {
            var jpeg = Time(scaled.Write(megapixels, ".jpg"), Path.Combine(folder, "out.jpg"));
            var tiff = Time(scaled.Write(megapixels, ".tif"), Path.Combine(folder, "out.tif"));
            times.AddRange([($"photo of {megapixels} megapixels, JPEG", jpeg.Seconds),
                ($"photo of {megapixels} megapixels, 16-bit TIFF", tiff.Seconds)]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {megapixels} | {jpeg.Seconds:f2} | {jpeg.PeakMegabytes:f0} | {tiff.Seconds:f2} | {tiff.PeakMegabytes:f0} |"));
        }
        return times;
    }

    private static (string Name, double Seconds) PrintBatch(ScaledPhotos scaled, string folder, int count)
    {
        var photo = scaled.Write(1, ".jpg");
        var box = Directory.CreateDirectory(Path.Combine(folder, "box")).FullName;
        for (var i = 0; i < count; i++) File.Copy(photo, Path.Combine(box, $"{i:00000}.jpg"));
        var run = ColoristRun.Measure("photo", box, "-o", Path.Combine(folder, "coloured"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nbatch of {count} at 1 megapixel: {count / run.Seconds:f1} photos a second, peak {run.PeakMegabytes:f0} MB"));
        return ("photo of a batch, 1 megapixel, JPEG", run.Seconds / count);
    }

    private static ColoristRun Time(string input, string output)
    {
        var run = ColoristRun.Measure("photo", input, "-o", output, "--overwrite");
        File.Delete(input);
        return run;
    }
}
