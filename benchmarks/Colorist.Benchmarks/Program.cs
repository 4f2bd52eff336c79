using System.CommandLine;
using Colorist.Benchmarks;

var command = new RootCommand("Measures what users wait for, on this machine. Run it with nothing else running.")
{
    PhotosCommand.Create(), FilmsCommand.Create(), HintsCommand.Create(),
};
return command.Parse(args).Invoke();
