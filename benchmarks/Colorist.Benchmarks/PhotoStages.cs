using System.Diagnostics;

namespace Colorist.Benchmarks;

/// <summary>Where the time of one photo goes in a warm program, in milliseconds: medians of several rounds.</summary>
/// <param name="Lightness">Decoding and the small lightness.</param>
/// <param name="Network">Both networks.</param>
/// <param name="Saving">Decoding again, painting, encoding.</param>
internal sealed record PhotoStages(double Lightness, double Network, double Saving)
{
    private const int Rounds = 9;

    public static PhotoStages Measure(string path, string folder)
    {
        using var colorizer = Colorizer.Load(Path.Combine(AppContext.BaseDirectory, "models", "mixed"));
        var rounds = Enumerable.Range(0, Rounds + 1).Select(_ => Round(colorizer, path, Path.Combine(folder, "stage.jpg"))).Skip(1).ToArray();
        return new PhotoStages(Median(rounds, round => round.Lightness), Median(rounds, round => round.Network), Median(rounds, round => round.Saving));
    }

    private static PhotoStages Round(Colorizer colorizer, string path, string output)
    {
        using var photo = Photo.Load(path);
        var clock = Stopwatch.StartNew();
        photo.Lightness(photo.Width / 8, photo.Height / 8);
        var lightness = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        var colours = colorizer.Predict(photo); // which reads the lightness too
        var network = clock.Elapsed.TotalMilliseconds - lightness;
        clock.Restart();
        using var coloured = photo.WithChroma(colours.Chroma);
        coloured.Save(output, new PhotoSaveOptions { Overwrite = true });
        return new PhotoStages(lightness, Math.Max(0, network), clock.Elapsed.TotalMilliseconds);
    }

    private static double Median(PhotoStages[] rounds, Func<PhotoStages, double> part) => rounds.Select(part).Order().ElementAt(rounds.Length / 2);
}
