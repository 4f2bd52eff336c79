using System.CommandLine;
using System.Text.Json;
using Colorist.CommandLine;

namespace Colorist.Cli;

/// <summary>
/// A user's defaults for options of the command line: a JSON object whose keys are a command and an option, as
/// <c>photo.quality</c>.
/// </summary>
/// <param name="path">The file, there or not.</param>
/// <param name="values">As they would be typed behind the options.</param>
internal sealed class Settings(string path, IReadOnlyDictionary<string, string> values)
{
    private static readonly JsonSerializerOptions Options = new(JsonLines.Options) { WriteIndented = true };

    // These say what one run is about: a default for them would be a trap.
    private static readonly HashSet<string> OfOneRun =
    [
        "help", "list", "output", "report", "contact-sheet", "still", "from", "to", "preview", "resume", "overwrite",
        "dry-run", "hint", "hints", "hints-only",
        "style-strength",
    ];

    /// <summary>
    /// Where they are kept: <c>$XDG_CONFIG_HOME/colorist/config.json</c> on Linux, or its usual place.
    /// </summary>
    public static string UsualPath { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData,
            Environment.SpecialFolderOption.DoNotVerify), "colorist", "config.json");

    /// <summary>No defaults.</summary>
    public static Settings None { get; } = new(UsualPath, new Dictionary<string, string>());

    public string Path => path;

    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>Those for a call. What shows or mends them gets none, so that it works where they are broken.</summary>
    /// <exception cref="ArgumentException">As <see cref="Read"/>.</exception>
    public static Settings For(Command root, string[] arguments) =>
        root.Parse(arguments).CommandResult.Command is RootCommand or { Name: "config" or "set" or "unset" or "doctor" }
            ? None
            : Read(UsualPath);

    /// <summary>Reads the file; no file is no defaults.</summary>
    /// <exception cref="ArgumentException">It is no JSON object of texts, numbers and truth values.</exception>
    public static Settings Read(string path)
    {
        if (!File.Exists(path)) return new Settings(path, None.Values);
        try
        {
            var members = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(path), Options)
                ?? [];
            return new Settings(
                path, members.ToDictionary(member => member.Key, member => Text(path, member.Key, member.Value)));
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException(
                $"{path}: expected a JSON object of defaults, found {exception.Message.ReplaceLineEndings(" ")}",
                exception);
        }
    }

    /// <summary>
    /// Puts the defaults of the command that is called between its name and what was typed, but for the options that
    /// were typed.
    /// </summary>
    /// <param name="root">The whole command.</param>
    /// <param name="arguments">As typed.</param>
    /// <exception cref="ArgumentException">A key is none, or its value cannot be had.</exception>
    public string[] Complete(Command root, string[] arguments)
    {
        foreach (var (key, value) in values) Check(root, key, value);
        var parsed = root.Parse(arguments);
        var command = parsed.CommandResult.Command;
        if (parsed.Errors.Count > 0 || parsed.Action != command.Action) return arguments;
        var defaults = command.Options
            .Where(option => values.ContainsKey(Key(command, option))
                && parsed.GetResult(option) is not { Implicit: false })
            .Select(option => $"{option.Name}={values[Key(command, option)]}");
        var depth = Names(command).Length;
        return [.. arguments[..depth], .. defaults, .. arguments[depth..]];
    }

    /// <summary>Checks a key, and its value as far as the parser does.</summary>
    /// <exception cref="ArgumentException">There is no such option, or it does not take that value.</exception>
    public void Check(Command root, string key, string value)
    {
        var (command, option) = Keys(root).FirstOrDefault(pair => Key(pair.Command, pair.Option) == key);
        if (option is null)
            throw new ArgumentException(
                $"{path}: expected a command and an option, such as photo.quality, found {key}; colorist config --keys names them");
        string[] typed = [.. Names(command), $"{option.Name}={value}"];
        try
        {
            NamedValues.Check(root, typed);
            var parsed = root.Parse(typed);
            if (parsed.GetResult(option)?.Errors.Any() is true) throw new ArgumentException(ParseFault.Line(parsed));
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"{path}: {key}: {PlainMessage.Line(exception)}", exception);
        }
    }

    /// <summary>Words behind a message about an option that nobody typed.</summary>
    public string Blame(Exception exception) =>
        values.Keys
            .FirstOrDefault(key => exception.Message
                .Contains($"--{key[(key.LastIndexOf('.') + 1)..]} ", StringComparison.Ordinal)) is { } guilty
            ? $" (unless it was typed: {guilty} in {path})"
            : "";

    /// <summary>Every key that there is, sorted.</summary>
    public static IEnumerable<string> AllKeys(Command root) =>
        Keys(root).Select(pair => Key(pair.Command, pair.Option)).Order(StringComparer.Ordinal);

    /// <summary>The same with a default more, or one less where the value is null; written when it returns.</summary>
    /// <exception cref="ArgumentException">The file cannot be written.</exception>
    public Settings With(string key, string? value)
    {
        var changed = new SortedDictionary<string, string>(values.ToDictionary(), StringComparer.Ordinal);
        if (value is null) changed.Remove(key);
        else changed[key] = value;
        try
        {
            AtomicFile.WriteText(path, JsonSerializer.Serialize(changed, Options) + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException(
                $"{path}: expected a file that can be written, found {exception.Message}", exception);
        }

        return new Settings(path, changed);
    }

    private static IEnumerable<(Command Command, Option Option)> Keys(Command command) => command.Options
        .Where(option => command is not RootCommand && !option.Hidden && !OfOneRun.Contains(option.Name.TrimStart('-')))
        .Select(option => (command, option))
        .Concat(command.Subcommands.SelectMany(Keys));

    private static string Key(Command command, Option option) =>
        string.Join('.', [.. Names(command), option.Name.TrimStart('-')]);

    private static string[] Names(Command command) =>
        command is RootCommand ? [] : [.. command.Parents.OfType<Command>().Take(1).SelectMany(Names), command.Name];

    private static string Text(string path, string key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw new ArgumentException(
            $"{path}: {key}: expected a text, a number, true or false, found {value.ValueKind}"),
    };
}
