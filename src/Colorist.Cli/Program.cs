using System.CommandLine;
using Colorist;
using Colorist.Cli;
using Colorist.CommandLine;
using Colorist.Web;

SafeWriter.Install();
using var stop = new Interruption();
var command = new RootCommand("Puts colour into black-and-white photographs and films, on this computer, by itself.")
{
    PhotoCommand.Create(stop), FilmCommand.Create(stop), WatchCommand.Create(stop), MoodCommand.Create(stop),
    PaletteCommand.Create(), PresetCommand.Create(), ModelCommand.Create(), DoctorCommand.Create(),
    ServeCommand.Create(stop.Soon), WorkCommand.Create(stop.Soon), StudyCommand.Create(stop.Soon),
};
command.Add(ConfigCommand.Create(command));
command.Add(CompletionCommand.Create(command));
command.Add(ManualCommand.Create(command));
command.Options.OfType<VersionOption>().Single().Action = new VersionAction();

InvariantNumbers.Require(command);
var settings = Settings.None;
try
{
    NamedValues.Check(command, args);
    settings = Settings.For(command, args);
    return SafeWriter.ExitCode(Arguments.Parse(command, settings.Complete(command, args))
        .Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null
        }));
}
catch (Exception exception) when (exception is OperationCanceledException
    || (exception is ColoristException && stop.Soon.IsCancellationRequested))
{
    // ffmpeg may have heard the same signal, and failed
    Console.Error.WriteLine("colorist: stopped; nothing was left half written");
    return Interruption.ExitCode;
}
catch (Exception exception) when (exception is ColoristException or ArgumentException)
{
    Console.Error.WriteLine($"colorist: {Message.For(exception)}{settings.Blame(exception)}");
    return 1;
}
