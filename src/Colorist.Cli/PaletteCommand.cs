using System.CommandLine;

namespace Colorist.Cli;

/// <summary><c>colorist palette</c>: keeps the colours of pictures in a file, for other photos and films.</summary>
internal static class PaletteCommand
{
    public static Command Create()
    {
        var sources = new Argument<string[]>("sources")
        {
            Description =
                "pictures in colour, palettes, or colours #rrggbb,#rrggbb=WEIGHT,...; several mix, SOURCE=WEIGHT",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--output", "-o") { Description = "JSON file, for --palette", Required = true };
        var liveliness = new Option<float>("--liveliness")
        {
            Description = "times the chroma, 0 to 3",
            DefaultValueFactory = _ => 1
        };
        var overwrite = new Option<bool>("--overwrite") { Description = "replace a file that is there" };
        var command = new Command("palette",
            "Keep the colours of pictures: which there are, and how much of each.")
        {
            sources, output, liveliness, overwrite
        };
        command.SetAction(parsed =>
        {
            var factor = parsed.GetValue(liveliness);
            if (!(factor >= 0 && factor <= 3))
                throw new ArgumentException($"expected {liveliness.Name} 0 to 3, found {factor}");
            var path = parsed.GetValue(output)!;
            var palette = PaletteSource.Mix(parsed.GetValue(sources)!).WithLiveliness(factor);
            palette.Save(path, parsed.GetValue(overwrite));
            Console.WriteLine(FormattableString.Invariant(
                $"{path}: mean chroma {palette.MeanChroma:f1}, spread {palette.Spread:f1}"));
        });
        return command;
    }
}
