using System.CommandLine;

namespace Colorist.Training;

/// <summary><c>hints</c>: measures what hints and references are worth.</summary>
internal static class HintsCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model" };
        var source = new Argument<string>("pictures")
        {
            Description = "pictures in true colour: tar shards, a folder, or a pattern such as photos/colour-*.jpg"
        };
        var count = new Option<int>("--count")
        {
            Description = "only so many pictures",
            DefaultValueFactory = _ => int.MaxValue
        };
        var command = new Command(
            "hints", "Measure what colours of a user, and of a reference, are worth.") { model, source, count };
        command.SetAction((parsed, stop) => Interrupted.Act(() =>
        {
            using var colorizer = Colorizer.Load(parsed.GetValue(model)!);
            var pictures = Interrupted.Read(PictureSource.Open(parsed.GetValue(source)!), parsed.GetValue(count), stop);
            Console.WriteLine(
                $"RMSE of a*b*, means over {pictures.Count} pictures\n\n| hints at random pixels | with the model | hints only |\n|--:|--:|--:|");
            foreach (var (hints, withModel, hintsOnly) in HintStudy.Measure(
                colorizer, pictures, new CountDisplay(), stop))
                Console.WriteLine($"| {hints} | {withModel:f2} | {hintsOnly:f2} |");
            Console.WriteLine("\n| the right half of each picture, coloured by | |\n|---|--:|");
            foreach (var (way, error) in ReferenceStudy.Measure(
                colorizer, pictures, new CountDisplay(), stop)) Console.WriteLine($"| {way} | {error:f2} |");
        }));
        return command;
    }
}
