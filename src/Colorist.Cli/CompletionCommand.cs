using System.CommandLine;

namespace Colorist.Cli;

/// <summary>
/// <c>colorist completion</c>: the script that lets a shell complete the command, made of the commands that there are.
/// </summary>
internal static class CompletionCommand
{
    /// <summary>What writes the script, by the shell's name.</summary>
    public static IReadOnlyDictionary<string, Func<Command, string>> Shells { get; } =
        new Dictionary<string, Func<Command, string>>
        {
            ["bash"] = BashCompletion.Write,
            ["zsh"] = ZshCompletion.Write,
            ["fish"] = FishCompletion.Write,
            ["powershell"] = PowerShellCompletion.Write,
        };

    public static Command Create(Command root)
    {
        var shell = new Argument<string>("shell") { Description = string.Join(", ", Shells.Keys) };
        shell.AcceptOnlyFromAmong([.. Shells.Keys]);
        var command = new Command("completion", "Print the script that lets a shell complete this command.") { shell };
        command.SetAction(parsed => Console.Out.Write(Shells[parsed.GetValue(shell)!](root)));
        return command;
    }
}
