using System.CommandLine;
using Colorist.Modelling;

namespace Colorist.Cli;

/// <summary><c>colorist model</c>: adds models, of other projects too, and says which there are.</summary>
internal static class ModelCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "name of an added model" };

    public static Command Create() =>
        new("model", "Models: which there are, and files of other projects that become models.")
    {
        Add(), List(), Show(), Check(), Remove(),
    };

    private static Command Add()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "Torch7 file of the paper's authors, ONNX file of a network that colours, or folder of a model"
        };
        var name = new Option<string?>("--name")
        {
            Description = "the model's name; by default that of what was recognised"
        };
        var description = new Option<string?>("--description")
        {
            Description = "JSON file that says how an ONNX file scales its input and output"
        };
        var overwrite = new Option<bool>("--overwrite") { Description = "replace a model that has this name" };
        var command = new Command("add", "Make a model of a file, once; --model NAME uses it from then on.")
        {
            file, name, description, overwrite
        };
        command.SetAction(parsed =>
        {
            var added = ModelImport.Add(new ModelShelf(), parsed.GetValue(file)!, new ModelImportOptions
            {
                Name = parsed.GetValue(name),
                Description = parsed.GetValue(description),
                Overwrite = parsed.GetValue(overwrite),
            });
            Console.WriteLine($"{added.Card.Name}: {added.Card.Description}");
            Console.WriteLine($"licence: {added.Card.Licence}");
            Console.WriteLine(
                $"a test picture was coloured, mean chroma {added.MeanChroma:f1}; the model is in {added.Folder}");
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Say which models there are.");
        command.SetAction(_ =>
        {
            var shelf = new ModelShelf();
            Console.WriteLine(
                $"{ModelCard.Read(Path.Combine(ShippedModel.Folder, ModelCard.FileName)).Name}: comes with the program, used without --model");
            foreach (var name in shelf.Names) Console.WriteLine($"{name}: {Summary(shelf, name)}");
            Console.WriteLine($"models that you add are kept in {shelf.Folder}");
        });
        return command;
    }

    private static Command Show()
    {
        var command = new Command("show", "Say what a model says of itself.") { Name };
        command.SetAction(parsed =>
        {
            var card = ModelCard.Read(CardOf(new ModelShelf(), parsed.GetValue(Name)!));
            foreach (var (key, value) in Facts(card)) Console.WriteLine($"{key}: {value}");
        });
        return command;
    }

    private static Command Check()
    {
        var names = new Argument<string[]>("names")
        {
            Description = "models; all by default",
            Arity = ArgumentArity.ZeroOrMore
        };
        var command = new Command("check", "Compare every file of models with the SHA-256 on their cards.") { names };
        command.SetAction(parsed =>
        {
            var shelf = new ModelShelf();
            var wanted = parsed.GetValue(names)!;
            List<string> cards = wanted.Length > 0
                ? [.. wanted.Select(name => CardOf(shelf, name))]
                : [.. shelf.Names.Select(name => CardOf(shelf, name)).Prepend(CardOf(shelf, ShippedModel.Folder))];
            return cards.Select(Checked).ToList().TrueForAll(good => good) ? 0 : 1;
        });
        return command;
    }

    private static Command Remove()
    {
        var command = new Command("remove", "Remove an added model with all its files.") { Name };
        command.SetAction(parsed =>
        {
            new ModelShelf().Remove(parsed.GetValue(Name)!);
            Console.WriteLine($"{parsed.GetValue(Name)}: removed");
        });
        return command;
    }

    private static bool Checked(string cardPath)
    {
        try
        {
            var card = ModelCard.Read(cardPath);
            foreach (var file in card.Files) file.Check(Path.GetDirectoryName(cardPath)!);
            Console.WriteLine($"{card.Name}: {card.Files.Count} files as the card says");
            return true;
        }
        catch (ModelException exception)
        {
            Console.Error.WriteLine($"colorist: {Message.For(exception)}");
            return false;
        }
    }

    private static string Summary(ModelShelf shelf, string name)
    {
        try
        {
            var card = ModelCard.Read(CardOf(shelf, name));
            return $"{card.Description} Licence: {card.Licence}";
        }
        catch (ModelException exception)
        {
            return $"cannot be used, {Message.For(exception)}";
        }
    }

    private static IEnumerable<(string Key, string Value)> Facts(ModelCard card) =>
    [
        ("name", card.Name),
        ("description", card.Description),
        ("source", card.Source ?? $"trained here, commit {card.Commit ?? "not known"}"),
        ("licence", card.Licence),
        ("pictures", $"{card.Data}; terms: {card.DataTerms}"),
        ("input", card.Shape is { FixedSide: { } side }
            ? $"{card.Shape.Input}, {side}×{side}"
            : $"{card.Shape.Input}, about {card.RenderSide} pixels squared"),
        ("styles and moods", card.HasGlobal ? "yes" : "no, it has no global features"),
        ("palettes", card.PaletteLength > 0 ? "yes" : "no"),
        ("weights", $"SHA-256 {card.WeightsSha256}"),
        ("size", $"{card.Files.Sum(file => file.Bytes) / 1e6:f1} MB in {card.Files.Count} files"),
    ];

    private static string CardOf(ModelShelf shelf, string wanted)
    {
        var found = shelf.Find(wanted)
            ?? throw new ModelException(shelf.Folder, $"a model of the name {wanted}", shelf.Names.Count == 0
                ? "none at all"
                : string.Join(", ", shelf.Names));
        return Directory.Exists(found) ? Path.Combine(found, ModelCard.FileName) : found;
    }
}
