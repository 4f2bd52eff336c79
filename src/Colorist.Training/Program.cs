using System.CommandLine;
using Colorist;
using Colorist.Training;

var command = new RootCommand("Trains, evaluates and exports Colorist's networks.")
{
    TrainCommand.Create(),
    EvaluateCommand.Create(),
    FilterCommand.Create(),
    ExportCommand.Create(),
    RenderSizesCommand.Create(),
    UpsamplingCommand.Create(),
    FilmScoresCommand.Create(),
    ChoiceCommand.Create(),
    MoodsCommand.Create(),
    StylesCommand.Create(),
    HintsCommand.Create(),
    VividCommand.Create(),
};

NativeSettings.Begin();
try
{
    return await command.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is RecipeException or DataException or CheckpointException or ModelException or PhotoException or FilmException or IOException or ArgumentException)
{
    Console.Error.WriteLine($"colorist-train: {exception.Message}");
    return 1;
}
