using System.CommandLine;

namespace Colorist.Training;

/// <summary><c>candidates</c>: measures what several colourings of a photo are worth.</summary>
internal static class CandidatesCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model" };
        var sources = new Argument<string[]>("pictures")
        {
            Description = "pictures in true colour: tar shards (* allowed) or folders",
            Arity = ArgumentArity.OneOrMore
        };
        var number = new Option<int>("--candidates")
        {
            Description = "colourings of each",
            DefaultValueFactory = _ => 5
        };
        var every = new Option<int>("--every")
        {
            Description = "only each so-manyth picture",
            DefaultValueFactory = _ => 1
        };
        var command = new Command(
            "candidates", "Measure what several colourings of a photo are worth.") { model, sources, number, every };
        command.SetAction(parsed =>
        {
            using var colorizer = Colorizer.Load(parsed.GetValue(model)!);
            Console.WriteLine(
                "| CIEDE2000 | pictures | usual | each candidate | mean of all | best | from one another |\n|---|--:|--:|---|--:|--:|--:|");
            foreach (var source in parsed.GetValue(sources)!)
            {
                var pictures = PictureSource.Open(source).Read(shuffleSeed: null)
                    .Where((_, index) => index % parsed.GetValue(every) == 0);
                var found = CandidateStudy.Measure(colorizer, pictures, parsed.GetValue(number), new CountDisplay());
                Console.Error.WriteLine();
                var each = string.Join(" ", found.Each.Select(one => FormattableString.Invariant($"{one:f2}")));
                Console.WriteLine(FormattableString.Invariant(
                    $"| {Path.GetFileName(source)} | {found.Pictures} | {found.Each[0]:f2} | {each} | {found.Mean:f2} | {found.Best:f2} | {found.Apart:f2} |"));
            }
        });
        return command;
    }
}
