using System.CommandLine;

namespace Colorist.Training;

/// <summary>
/// <c>palettes</c>: gathers scenes and palettes of pictures in true colour, from which a model suggests candidates.
/// </summary>
internal static class PalettesCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model that takes palettes" };
        var sources = new Argument<string[]>("pictures")
        {
            Description = "pictures in true colour: tar shards (* allowed) or folders; as many of each as --count says",
            Arity = ArgumentArity.OneOrMore,
        };
        var count = new Option<int>("--count")
        {
            Description = "pictures of each source",
            DefaultValueFactory = _ => 6000
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = $"the model's {ScenePalettesFile.FileName} by default; one that is there is replaced"
        };
        var command = new Command(
            "palettes", "Gather what colours scenes have, for candidates.") { model, sources, count, output };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(model)!;
            using var colorizer = Colorizer.Load(folder);
            if (colorizer.Card.PaletteLength == 0)
                throw new ArgumentException(
                    $"expected a model that takes palettes, found {colorizer.Card.Name} that takes none");
            var pictures = parsed.GetValue(sources)!
                .SelectMany(source => PictureSource.Open(source).Read(shuffleSeed: 1).Take(parsed.GetValue(count)));
            var palettes = ScenePalettes.FromPairs(ScenePairs.Read(colorizer, pictures, new CountDisplay()));
            Console.Error.WriteLine();
            var path = parsed.GetValue(output) ?? Path.Combine(folder, ScenePalettesFile.FileName);
            ScenePalettesFile.Write(path, colorizer.Card, palettes);
            Console.WriteLine(
                FormattableString.Invariant($"{path}: {palettes.Count} pictures, {new FileInfo(path).Length} bytes"));
        });
        return command;
    }
}
