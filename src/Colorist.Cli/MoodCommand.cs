using System.CommandLine;

namespace Colorist.Cli;

/// <summary>
/// <c>colorist mood</c>: keeps the scenes of pictures as moods for other photos, and says which there are.
/// </summary>
internal static class MoodCommand
{
    private static readonly Option<string> Model = new("--model")
    {
        Description = "name or folder of a model, see model list; A+B:0.4 for the mean of two",
        DefaultValueFactory = _ => ShippedModel.Folder
    };

    public static Command Create(Interruption stop) =>
        new("mood", "Moods: what kind of picture a photo is to be coloured as.") { Save(stop.Soon), List() };

    private static Command Save(CancellationToken stop)
    {
        var name = new Argument<string>("name") { Description = "letters, digits and hyphens" };
        var pictures = new Argument<string[]>("pictures")
        {
            Description = "pictures of that mood, grey or in colour",
            Arity = ArgumentArity.OneOrMore
        };
        var overwrite = new Option<bool>("--overwrite") { Description = "replace a mood of yours that has this name" };
        var memory = new MemoryOption();
        var command = new Command("save", "Make a mood of pictures: the mean of what the network sees in them.")
        {
            name, pictures, overwrite, Model
        };
        memory.AddTo(command);
        command.SetAction(parsed =>
        {
            var mood = Mood.NameOf(parsed.GetValue(name)!);
            using var colorizer = Colorizer.Load(parsed.GetValue(Model)!);
            if (!colorizer.Card.HasGlobal)
                throw new ArgumentException(
                    $"expected a model with global features for moods, found {colorizer.Card.Name} without");
            var shelf = new MoodShelf(colorizer);
            var paths = parsed.GetValue(pictures)!;
            WeightedName[] styles = [.. paths.Select(path => new WeightedName(path, 1))];
            var scene = shelf.Mix(styles, [], memory.Read(parsed))!;
            var palette = shelf.MixPalettes(styles, [], memory.Read(parsed));
            stop.ThrowIfCancellationRequested();
            shelf.Save(new Mood(mood, $"yours, of {string.Join(", ", paths.Select(Path.GetFileName))}", scene, palette),
                parsed.GetValue(overwrite));
            Console.WriteLine($"{mood}: the mean of {paths.Length} pictures, in {shelf.Path}");
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Say which moods there are, and how they were made.") { Model };
        command.SetAction(parsed =>
        {
            using var colorizer = Colorizer.Load(parsed.GetValue(Model)!);
            var shelf = new MoodShelf(colorizer);
            foreach (var mood in shelf.All) Console.WriteLine($"{mood.Name}: {mood.Origin}");
            Console.WriteLine($"moods that you save are kept in {shelf.Path}");
        });
        return command;
    }
}
