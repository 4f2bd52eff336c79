using System.CommandLine;
using Colorist.Engineering;

namespace Colorist.Benchmarks;

/// <summary><c>notices</c>: writes THIRD-PARTY-NOTICES.md anew; a test compares it.</summary>
internal static class NoticesCommand
{
    public static Command Create()
    {
        var repository = new Option<string>("--repository")
        {
            Description = "the project's folder",
            DefaultValueFactory = _ => "."
        };
        var command =
            new Command("notices", "Write the page of other people's work that the packages need.") { repository };
        command.SetAction(parsed => AtomicFile.WriteText(
            Path.Combine(parsed.GetValue(repository)!, "THIRD-PARTY-NOTICES.md"),
            ThirdPartyNotices.Write(parsed.GetValue(repository)!)));
        return command;
    }
}
