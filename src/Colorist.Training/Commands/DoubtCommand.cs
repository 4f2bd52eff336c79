using System.CommandLine;

namespace Colorist.Training;

/// <summary><c>doubt</c>: measures what doubt, caution and suggested places for hints are worth.</summary>
internal static class DoubtCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model with palettes" };
        var sources = new Argument<string[]>("pictures")
        {
            Description = "pictures in true colour: tar shards (* allowed) or folders",
            Arity = ArgumentArity.OneOrMore
        };
        var every = new Option<int>("--every")
        {
            Description = "only each so-manyth picture",
            DefaultValueFactory = _ => 1
        };
        var effects = new Option<bool>("--effects")
        {
            Description = "instead, what caution and hints at the suggested places do to colours"
        };
        var command = new Command("doubt", "Measure whether colours are wrong where they are unsure.")
        {
            model, sources, every, effects
        };
        command.SetAction(parsed =>
        {
            using var colorizer = Colorizer.Load(parsed.GetValue(model)!);
            foreach (var source in parsed.GetValue(sources)!)
            {
                var pictures = PictureSource.Open(source).Read(shuffleSeed: null)
                    .Where((_, index) => index % parsed.GetValue(every) == 0);
                Console.WriteLine(parsed.GetValue(effects)
                    ? Table(DoubtStudy.MeasureEffects(colorizer, pictures, new CountDisplay()))
                    : Table(DoubtStudy.Measure(colorizer, pictures, new CountDisplay())));
            }
        });
        return command;
    }

    private static string Table(DoubtResult found) => FormattableString.Invariant(
        $"""

        distance of a*b* = {found.Offset:f2} + {found.Slope:f2} doubt, {found.Pictures} pictures

        | rank correlation of doubt and distance | |
        |---|--:|
        | cells of all pictures | {found.OfCells:f3} |
        | means of pictures | {found.OfPhotos:f3} |
        """);

    private static string Table(DoubtEffects found) => FormattableString.Invariant(
        $"""

        | caution, {found.Pictures} pictures | CIEDE2000 | mean C*ab |
        |--:|--:|--:|
        {string.Join('\n', DoubtStudy.Cautions.Zip(found.Cautions, Row))}

        | three true colours as hints | RMSE of a*b* |
        |---|--:|
        | none | {found.NoHints:f2} |
        | at random places | {found.RandomHints:f2} |
        | at suggested places | {found.SuggestedHints:f2} |
        """);

    private static string Row(float caution, (double Ciede2000, double Chroma) found) =>
        FormattableString.Invariant($"| {caution} | {found.Ciede2000:f2} | {found.Chroma:f1} |");
}
