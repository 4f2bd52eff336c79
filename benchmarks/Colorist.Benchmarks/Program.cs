using System.CommandLine;
using Colorist;
using Colorist.Benchmarks;
using Colorist.Benchmarks.Load;
using Colorist.Benchmarks.Network;
using Colorist.Benchmarks.Training;

var command = new RootCommand("Measures what users wait for, on this machine. Run it with nothing else running.")
{
    NetworkCommand.Create(), ProfileCommand.Create(), StartCommand.Create(), PhotosCommand.Create(),
    StagesCommand.Create(),
    FilmsCommand.Create(), Colorist.Benchmarks.HintsCommand.Create(), TrainingCommand.Create(), DialsCommand.Create(),
    LoadCommand.Create(),
    SingleRun.Create(),
    NoticesCommand.Create(),
};
try
{
    return command.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is IOException or ArgumentException or InvalidOperationException
    or PhotoException or FilmException or ModelException or DataException or RecipeException)
{
    Console.Error.WriteLine($"benchmarks: {exception.Message}");
    return 1;
}
