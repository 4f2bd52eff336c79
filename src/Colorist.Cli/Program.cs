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
catch (Exception exception) when (exception is ColoristException or ArgumentException)
{
    Console.Error.WriteLine($"colorist: {Message.For(exception)}");
    return 1;
}
