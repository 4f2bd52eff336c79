using System.CommandLine;

namespace Colorist.Training;

/// <summary>
/// <c>choice</c>: a study of how natural colours look, by forced choice between two ways of colouring.
/// </summary>
internal static class ChoiceCommand
{
    private const string Truth = "truth";

    public static Command Create() =>
        new("choice", "Study which of two ways of colouring looks more natural.") { Make(), Count() };

    private static Command Make()
    {
        var first = new Argument<string>("first") { Description = "folder of a model, or the word truth" };
        var second = new Argument<string>("second") { Description = "the same; another one" };
        var source = new Argument<string>("pictures")
        {
            Description = "tar shards (* allowed), a folder, or a list of \"path label\" lines"
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "folder for the sheets and the key",
            Required = true
        };
        var pairs = new Option<int>("--pairs") { Description = "number of pairs", DefaultValueFactory = _ => 40 };
        var among = new Option<int>("--among")
        {
            Description = "draw them from so many pictures of the data set",
            DefaultValueFactory = _ => 2000
        };
        var seed = new Option<int>("--seed") { Description = "draws pictures and sides", DefaultValueFactory = _ => 1 };
        var command = new Command("make", "Write sheets of pairs, sides drawn by lot, and the key.")
        {
            first, second, source, output, pairs, among, seed
        };
        command.SetAction((parsed, stop) => Interrupted.Act(() =>
        {
            using var left = Open(parsed.GetValue(first)!);
            using var right = Open(parsed.GetValue(second)!);
            ForcedChoice.Write(
                parsed.GetValue(output)!, PictureSource.Open(parsed.GetValue(source)!), Way(left), Way(right),
                parsed.GetValue(pairs), parsed.GetValue(among), parsed.GetValue(seed), stop);
        }));
        return command;
    }

    private static Command Count()
    {
        var folder = new Argument<string>("folder") { Description = "of the study" };
        var answers = new Argument<string>("answers")
        {
            Description = "which side of each pair looked more natural: LRRL..."
        };
        var command = new Command("count", "Open the key and count the answers.") { folder, answers };
        command.SetAction(parsed =>
        {
            var counts = ForcedChoice.Count(parsed.GetValue(folder)!, parsed.GetValue(answers)!);
            foreach (var (name, chosen) in counts) Console.WriteLine(
                $"{name}: {chosen} of {counts.Sum(pair => pair.Chosen)}");
            return 0;
        });
        return command;
    }

    private static Colorizer? Open(string name) => name == Truth ? null : Colorizer.Load(name);

    private static (string Name, Evaluator? Evaluator) Way(Colorizer? colorizer) =>
        colorizer is null ? (Truth, null) : (colorizer.Card.Name, Evaluator.For(colorizer));
}
