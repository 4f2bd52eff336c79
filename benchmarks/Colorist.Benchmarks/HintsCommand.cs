using System.CommandLine;
using System.Globalization;
using Colorist.Cli;

namespace Colorist.Benchmarks;

/// <summary>
/// <c>hints</c>: how long a photo of a megapixel takes to answer a stroke, in a warm program, for a page that asks
/// live.
/// </summary>
internal static class HintsCommand
{
    private static readonly int[] Counts = [0, 1, 20, 200];

    public static Command Create()
    {
        var sample = new Argument<string>("sample")
        {
            Description = "a black-and-white picture; a copy of 1 megapixel is coloured"
        };
        var command = new Command("hints", "Time the answer to hints.") { sample };
        command.SetAction(parsed => TemporaryFolder.Use(folder =>
        {
            using var scaled = new ScaledPhotos(parsed.GetValue(sample)!, folder);
            using var photo = Photo.Load(scaled.Write(1, ".jpg"));
            using var colorizer = Colorizer.Load(ShippedModel.Folder);
            Console.WriteLine("| hints | with the network, ms | hints only, ms |\n|--:|--:|--:|");
            foreach (var count in Counts) PrintRow(colorizer, photo, count);
            return 0;
        }));
        return command;
    }

    private static void PrintRow(Colorizer colorizer, Photo photo, int count)
    {
        var hints = Hints.FromPoints(photo.Width, photo.Height, Points(photo, count));
        var withNetwork = Median(() => Answer(colorizer, photo, new Look { Hints = hints }));
        var alone = count == 0
            ? ""
            : Median(() => Answer(colorizer, photo, new Look { Hints = hints, HintsOnly = true }));
        Console.WriteLine($"| {count} | {withNetwork} | {alone} |");
    }

    /// <summary>From the call to the painted pixels.</summary>
    private static void Answer(Colorizer colorizer, Photo photo, Look look)
    {
        using var colored = colorizer.Colorize(photo, look);
        colored.ToRgb();
    }

    private static string Median(Action work) =>
        (Rounds.Median(work) * 1000).ToString("f0", CultureInfo.InvariantCulture);

    private static IEnumerable<(int X, int Y, byte Red, byte Green, byte Blue)> Points(Photo photo, int count)
    {
        var random = new Random(1);
        return Enumerable.Range(0, count).Select(_ => (
            random.Next(photo.Width), random.Next(photo.Height), (byte)random.Next(256), (byte)random.Next(256),
            (byte)random.Next(256)));
    }
}
