using System.CommandLine;

namespace Colorist.Cli;

/// <summary><c>colorist config</c>: a user's own defaults.</summary>
internal static class ConfigCommand
{
    /// <param name="root">The whole command, whose options there are defaults for.</param>
    public static Command Create(Command root)
    {
        var keys = new Option<bool>("--keys") { Description = "name every key that there is" };
        var command = new Command("config",
            "Your own defaults for options: where they are kept and what they are.") { keys, Set(root), Unset() };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(keys)) Say(Settings.AllKeys(root));
            else Show(root);
        });
        return command;
    }

    private static void Show(Command root)
    {
        var settings = Settings.Read(Settings.UsualPath);
        foreach (var (key, value) in settings.Values) settings.Check(root, key, value);
        Say(settings.Values.Select(pair => $"{pair.Key} = {pair.Value}").Order(StringComparer.Ordinal));
        Console.WriteLine($"{(settings.Values.Count == 0 ? "no defaults of yours" : "kept")} in {settings.Path}");
    }

    private static Command Set(Command root)
    {
        var key = new Argument<string>("key") { Description = "command and option, as photo.quality" };
        var value = new Argument<string>("value") { Description = "as behind the option" };
        var command =
            new Command("set", "Keep a default; what is typed on the command line wins over it.") { key, value };
        command.SetAction(parsed =>
        {
            var settings = Settings.Read(Settings.UsualPath);
            settings.Check(root, parsed.GetValue(key)!, parsed.GetValue(value)!);
            settings.With(parsed.GetValue(key)!, parsed.GetValue(value)!);
            Console.WriteLine($"{parsed.GetValue(key)} = {parsed.GetValue(value)}, in {settings.Path}");
        });
        return command;
    }

    private static Command Unset()
    {
        var key = new Argument<string>("key") { Description = "one that is set, as colorist config shows them" };
        var command = new Command("unset", "Forget a default.") { key };
        command.SetAction(parsed =>
        {
            var settings = Settings.Read(Settings.UsualPath);
            if (!settings.Values.ContainsKey(parsed.GetValue(key)!))
                throw new ArgumentException(
                    $"{settings.Path}: expected a key that is set, found {parsed.GetValue(key)}");
            settings.With(parsed.GetValue(key)!, null);
        });
        return command;
    }

    private static void Say(IEnumerable<string> lines)
    {
        foreach (var line in lines) Console.WriteLine(line);
    }
}
