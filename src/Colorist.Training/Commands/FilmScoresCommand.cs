using System.CommandLine;
using System.Globalization;

namespace Colorist.Training;

/// <summary><c>film-scores</c>: measures how steady the colours of films are, and how near the true ones.</summary>
internal static class FilmScoresCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model" };
        var films = new Argument<string[]>("films")
        {
            Description = "films in colour, or in black and white for their steadiness alone",
            Arity = ArgumentArity.OneOrMore
        };
        var side = new Option<int>("--render-side")
        {
            Description = "pixels of the frames that the network sees, squared",
            DefaultValueFactory = _ => FilmColorizer.UsualRenderSide
        };
        var keyStep = new Option<int>("--key-step")
        {
            Description = "frames from one that the network sees to the next",
            DefaultValueFactory = _ => FilmStudy.UsualKeyStep
        };
        var age = new Option<float>("--most-age")
        {
            Description = "looks of the network that a colour rests on at most",
            DefaultValueFactory = _ => FilmStudy.UsualMaxAge
        };
        var hints = new Option<int>("--hints")
        {
            Description = "so many random pixels of the middle frame of each shot tell their true colour",
            DefaultValueFactory = _ => 0
        };
        var stills = new Option<bool>("--stills")
        {
            Description = "one more row: the middle frame of each shot is there as a still in its true colours"
        };
        var shared = new Option<bool>("--shared-colours")
        {
            Description = "one more row: shots that show the same place share their colours"
        };
        var command = new Command("film-scores",
            "Measure how steady the colours of films are, and how near the true ones.")
        {
            model, films, side, keyStep, age, hints, stills, shared
        };
        command.SetAction((parsed, stop) => Interrupted.Act(() =>
        {
            using var colorizer = Colorizer.Load(parsed.GetValue(model)!);
            var study = new FilmStudy(colorizer, parsed.GetValue(side), parsed.GetValue(keyStep), parsed.GetValue(age),
                parsed.GetValue(hints), parsed.GetValue(stills), parsed.GetValue(shared));
            Console.WriteLine(
                "| film | colours | flicker | CDC | RMSE of a\\*b\\* | mean chroma | change within places |\n"
                    + "|---|---|--:|--:|--:|--:|--:|");
            foreach (var path in parsed.GetValue(films)!)
                foreach (var scores in study.Measure(Film.Open(path), stop))
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {Path.GetFileName(path)} | {scores.Name} | {scores.Flicker:f3} | {scores.DistributionChange:f5} | {scores.Error:f2} | {scores.Chroma:f1} | {scores.PlaceChange:f2} |"));
        }));
        return command;
    }
}
