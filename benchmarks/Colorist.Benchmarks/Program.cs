using System.CommandLine;
using Colorist.Benchmarks;
using Colorist.Benchmarks.Network;
using Colorist.Benchmarks.Training;

var command = new RootCommand("Measures what users wait for, on this machine. Run it with nothing else running.")
{
    NetworkCommand.Create(), ProfileCommand.Create(), StartCommand.Create(), PhotosCommand.Create(), StagesCommand.Create(),
    FilmsCommand.Create(), HintsCommand.Create(), TrainingCommand.Create(), SingleRun.Create(),
};
return command.Parse(args).Invoke();
