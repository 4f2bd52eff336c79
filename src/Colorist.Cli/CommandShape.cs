using System.CommandLine;

namespace Colorist.Cli;

/// <summary>A command as completions and manual pages need it.</summary>
/// <param name="Path">Its words below <c>colorist</c>, such as "mood save"; empty for the whole command.</param>
/// <param name="Command">The command.</param>
internal sealed record CommandShape(string Path, Command Command)
{
    /// <summary>The commands below it.</summary>
    public IEnumerable<Command> Below => Command.Subcommands.Where(command => !command.Hidden);

    /// <summary>Its options, those that it has from the commands above it among them.</summary>
    public IEnumerable<OptionShape> Options => Command.Options
        .Concat(Above(Command).SelectMany(above => above.Options.Where(option => option.Recursive)))
        .Where(option => !option.Hidden)
        .Select(option => new OptionShape(option));

    /// <summary>A command and all that are below it, itself first.</summary>
    public static IEnumerable<CommandShape> All(Command command, string path = "") => command.Subcommands
        .Where(below => !below.Hidden)
        .SelectMany(below => All(below, path.Length == 0 ? below.Name : $"{path} {below.Name}"))
        .Prepend(new CommandShape(path, command));

    private static IEnumerable<Command> Above(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Above(parent).Prepend(parent));
}
