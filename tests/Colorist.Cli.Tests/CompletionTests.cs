using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Colorist.Cli.Tests;

/// <summary>
/// Completions and manual pages name what <c>--help</c> names: they are written from the commands, never by hand.
/// </summary>
public sealed partial class CompletionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("photo")]
    [InlineData("film")]
    [InlineData("mood save")]
    [InlineData("config set")]
    public void Page_OfEachCommand_NamesTheOptionsThatHelpNames(string command)
    {
        var options = HelpOptions().Matches(Command.Run([.. command.Split(' '), "--help"]).Output)
            .Select(match => match.Value.Trim()).ToList();
        Assert.Contains("--help", options);
        Assert.Equal(0, Command.Run("manual", folder["man"]).ExitCode);
        var page = File.ReadAllText(folder[$"man/colorist-{command.Replace(' ', '-')}.1"]);
        Assert.All(options,
            option => Assert.Contains(
                $"\\fB{option.Replace("-", "\\-", StringComparison.Ordinal)}\\fR", page, StringComparison.Ordinal));
        Assert.All(page.Split('\n').Where(line => line.StartsWith('.')),
            line => Assert.Matches(@"^\.(TH|SH|TP|B|I|BR)\b", line));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void Script_OfEachShell_NamesCommandsOptionsAndValues(string shell)
    {
        var script = Command.Run("completion", shell).Output;
        var film = HelpOptions().Matches(Command.Run("film", "--help").Output)
            .Select(match => match.Value.Trim().TrimStart('-'));
        Assert.All(film.Concat(["photo", "film", "save", "directml", "eightBits"]),
            word => Assert.Contains(word, script, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("manual", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ph", "photo")]
    [InlineData("photo --qua", "--quality")]
    [InlineData("film --device c", "cpu cuda coreml")]
    [InlineData("mood li", "list")]
    public void Bash_CompletesWords(string typed, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs bash");
        File.WriteAllText(folder["c"], Command.Run("completion", "bash").Output);
        var start = new ProcessStartInfo("bash",
            ["-c",
                "source c; COMP_WORDS=(colorist $1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _colorist; echo ${COMPREPLY[*]}",
                "bash", typed])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Path,
        };
        using var bash = Process.Start(start)!;
        var found = bash.StandardOutput.ReadToEnd().Trim();
        Assert.Equal(expected.Split(' ').Order(), found.Split(' ').Order());
    }

    [GeneratedRegex(@"(?<=^  (?:-., )*)--[a-z-]+|(?<=^  .*, )--[a-z-]+", RegexOptions.Multiline)]
    private static partial Regex HelpOptions();
}
