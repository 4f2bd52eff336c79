using System.CommandLine;
using System.CommandLine.Invocation;
using Colorist;
using Colorist.Cli;
using Colorist.CommandLine;

var command = new RootCommand("Puts colour into black-and-white photographs and films, on this computer, by itself.")
{
    PhotoCommand.Create(), FilmCommand.Create(), MoodCommand.Create(), PaletteCommand.Create(), PresetCommand.Create(), DoctorCommand.Create(),
};
command.Add(ConfigCommand.Create(command));
command.Add(CompletionCommand.Create(command));
command.Add(ManualCommand.Create(command));
command.Options.OfType<VersionOption>().Single().Action = new VersionAction();

InvariantNumbers.Require(command);
var settings = Settings.None;
try
{
    BooleanOptions.Check(command, args);
    settings = Settings.For(command, args);
    var parsed = command.Parse(settings.Complete(command, args));
    if (args.Length > 0 && parsed is { Action: ParseErrorAction, Errors: [var first, ..] })
        throw new ArgumentException(first.Message);
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("colorist: stopped; nothing was left half written");
    return 130; // what shells say after Ctrl+C
}
catch (Exception exception) when (exception is ColoristException or ArgumentException)
{
    Console.Error.WriteLine($"colorist: {Message.For(exception)}{settings.Blame(exception)}");
    return 1;
}
