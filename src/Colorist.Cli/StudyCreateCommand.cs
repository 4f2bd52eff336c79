using System.CommandLine;
using Colorist.Web;

namespace Colorist.Cli;

/// <summary><c>colorist study create</c>: mixes the pictures of several methods, those of models among them.</summary>
internal sealed class StudyCreateCommand
{
    private const string Truth = "truth";

    private readonly Argument<string> folder = new("study") { Description = "folder to make" };
    private readonly Option<string[]> methods = new("--method")
    {
        Description = "NAME=DIR: pictures of a method; photos are matched by the names of their files; several times"
    };
    private readonly Option<string?> photos = new("--photos")
    {
        Description = $"photos in colour: they are the method {Truth}, and models colour them anew"
    };
    private readonly Option<string[]> models = new("--model")
    {
        Description =
            "NAME=MODEL: a model that colours the photos, see model list; several times; the one in the box by default"
    };
    private readonly Option<bool> choice = new("--choice")
    {
        Description = "show two pictures of a photo and ask which one looks more natural"
    };
    private readonly Option<int> participants = new("--participants")
    {
        Description = "people to ask, 1 to 1000",
        DefaultValueFactory = _ => new StudyOptions().Participants
    };
    private readonly Option<int?> each = new("--per-participant")
    {
        Description = "photos that each is shown; all by default"
    };
    private readonly Option<bool> everyMethod = new("--every-method")
    {
        Description = "show each photo to each participant in every method, instead of in one"
    };
    private readonly Option<int> side = new("--side")
    {
        Description = "pixels of the longer side at most, 16 to 4096",
        DefaultValueFactory = _ => new StudyOptions().Side
    };
    private readonly Option<int> seed = new("--seed")
    {
        Description = "for the mixing",
        DefaultValueFactory = _ => new StudyOptions().Seed
    };
    private readonly Option<string> title = new("--title")
    {
        Description = "what participants read above",
        DefaultValueFactory = _ => new StudyOptions().Title
    };

    public static Command Create(CancellationToken stop)
    {
        var create = new StudyCreateCommand();
        var command = new Command(
            "create", "Mix pictures of several methods into a study, and draw who is shown which.") { create.folder };
        foreach (Option option in (Option[])[create.methods, create.photos, create.models, create.choice,
            create.participants, create.each, create.everyMethod, create.side, create.seed, create.title])
            command.Options.Add(option);
        command.SetAction(parsed => create.Run(parsed, stop));
        return command;
    }

    private void Run(ParseResult parsed, CancellationToken stop)
    {
        var path = parsed.GetValue(folder)!;
        var shown = Methods(parsed);
        try
        {
            var study = StudyMaker.Create(
                path, shown, Options(parsed), Progress, line => Console.Error.WriteLine($"colorist: {line}"), stop);
            if (!Console.IsErrorRedirected) Console.Error.WriteLine();
            Console.WriteLine(
                $"{path}: {study.Pictures.Count:n0} pictures of {study.Methods.Count} methods, {study.Participants[0].Shown.Count:n0} to answer for each of {study.Participants.Count} participants");
            Console.WriteLine($"colorist serve --study {path} opens it; the personal links:");
            foreach (var participant in study.Participants) Console.WriteLine($"/study/{participant.Link}");
        }
        finally
        {
            foreach (var method in shown) method.Colorizer?.Dispose();
        }
    }

    private StudyOptions Options(ParseResult parsed) => new()
    {
        Title = parsed.GetValue(title)!,
        Kind = parsed.GetValue(choice) ? StudyKind.Choice : StudyKind.Natural,
        Participants = parsed.GetValue(participants),
        PhotosEach = parsed.GetValue(each),
        EveryMethod = parsed.GetValue(everyMethod),
        Side = parsed.GetValue(side),
        Seed = parsed.GetValue(seed),
    };

    private List<StudyMethod> Methods(ParseResult parsed)
    {
        var named = parsed.GetValue(models) ?? [];
        var found = new List<StudyMethod>();
        if (parsed.GetValue(photos) is { } truth) found.Add(new StudyMethod(Truth, truth));
        else if (named.Length > 0)
            throw new ArgumentException($"expected {photos.Name} for models to colour, found none");
        found.AddRange((parsed.GetValue(methods) ?? [])
            .Select(method => new StudyMethod(Parts(methods, method).Name, Parts(methods, method).Value)));
        if (parsed.GetValue(photos) is null) return found;
        if (named.Length == 0)
            named = [
                $"{ModelCard.Read(Path.Combine(ShippedModel.Folder, ModelCard.FileName)).Name}={ShippedModel.Folder}"];
        found.AddRange(named.Select(model => Parts(models, model)).ToList()
            .Select(model => new StudyMethod(model.Name, null, Colorizer.Load(model.Value))));
        return found;
    }

    private static (string Name, string Value) Parts(Option option, string typed) =>
        typed.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } value]
        ? (name, value)
        : throw new ArgumentException($"expected {option.Name} NAME=WHERE, found {typed}");

    private static void Progress(int done, int total)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write($"\r{done:n0} of {total:n0} photos");
    }
}
