using System.CommandLine;
using System.CommandLine.Invocation;
using Colorist;
using Colorist.CommandLine;
using Colorist.Training;

var command = new RootCommand("Trains, evaluates and exports Colorist's networks.")
{
    TrainCommand.Create(),
    EvaluateCommand.Create(),
    FilterCommand.Create(),
    ExportCommand.Create(),
    ImportCommand.Create(),
    RenderSizesCommand.Create(),
    UpsamplingCommand.Create(),
    FilmScoresCommand.Create(),
    ChoiceCommand.Create(),
    MoodsCommand.Create(),
    StylesCommand.Create(),
    HintsCommand.Create(),
    VividCommand.Create(),
};

InvariantNumbers.Require(command);
NativeSettings.Begin();
try
{
    var parsed = command.Parse(args);
    if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction errors) errors.ShowHelp = false;
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Interrupted.Patience });
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("colorist-train: stopped");
    return Interrupted.ExitCode;
}
catch (Exception exception) when (exception is ColoristException or InvalidDataException or IOException or ArgumentException)
{
    Console.Error.WriteLine($"colorist-train: {exception.Message.ReplaceLineEndings(" ")}");
    return 1;
}
