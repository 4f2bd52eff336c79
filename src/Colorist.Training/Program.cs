using System.CommandLine;
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
    PalettesCommand.Create(),
    CandidatesCommand.Create(),
    DoubtCommand.Create(),
    StylesCommand.Create(),
    HintsCommand.Create(),
    VividCommand.Create(),
};

InvariantNumbers.Require(command);
NativeSettings.Begin();
try
{
    return await Arguments.Parse(command, args)
        .InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = Interrupted.Patience
        });
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("colorist-train: stopped");
    return Interrupted.ExitCode;
}
catch (Exception exception) when (Outside(exception) is { } cause)
{
    Console.Error.WriteLine($"colorist-train: {PlainMessage.Line(cause)}");
    return 1;
}

// What is wrong with the world or the call; the first of several that threads met at once.
static Exception? Outside(Exception exception) => exception switch
{
    AggregateException { InnerExceptions: [var first, ..] } => Outside(first),
    ColoristException or InvalidDataException or IOException or ArgumentException => exception,
    _ => null,
};
