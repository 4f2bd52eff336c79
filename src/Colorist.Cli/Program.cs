using System.CommandLine;
using Colorist;
using Colorist.Cli;

var command = new RootCommand("Puts colour into black-and-white photographs and films, on this computer, by itself.")
{
    PhotoCommand.Create(), FilmCommand.Create(), MoodCommand.Create(),
};

try
{
    return await command.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is PhotoException or FilmException or ModelException or ArgumentException)
{
    Console.Error.WriteLine($"colorist: {exception.Message.ReplaceLineEndings(" ")}");
    return 1;
}
