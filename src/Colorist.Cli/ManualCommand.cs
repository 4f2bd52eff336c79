using System.CommandLine;

namespace Colorist.Cli;

/// <summary>
/// <c>colorist manual FOLDER</c>: writes the manual pages; for whoever makes packages, so it is not shown.
/// </summary>
internal static class ManualCommand
{
    public static Command Create(Command root)
    {
        var folder = new Argument<string>("folder") { Description = "where the pages go" };
        var command = new Command("manual", "Write a manual page for each command into a folder.") { folder };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (var shape in CommandShape.All(root))
                AtomicFile.WriteText(
                    Path.Combine(parsed.GetValue(folder)!, $"{ManualPage.Name(shape)}.1"), ManualPage.Write(shape));
        });
        return command;
    }
}
