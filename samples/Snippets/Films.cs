using Colorist;

namespace Snippets;

/// <summary>What docs/guides/films.md quotes; only compiled.</summary>
internal static class Films
{
    public static void ColorOne(CancellationToken stop)
    {
        using var colorizer = Colorizer.Load("models/resnet18");
        var film = Film.Open("reel.mp4");
        foreach (var remark in film.Remarks()) Console.WriteLine(remark); // what the result cannot keep
        var options = new FilmOptions { Resume = true };
        var progress = new Progress<FilmProgress>(now => Console.WriteLine($"{now.Frames} frames, {now.Left} left"));
        var result = new FilmColorizer(colorizer).Colorize(film, "reel-colour.mp4", options, progress, stop);
        Console.WriteLine($"{result.Frames} frames, {result.Elapsed.TotalSeconds:f0} seconds");
    }
}
