using System.CommandLine;
using Colorist;
using Colorist.CommandLine;
using Colorist.Web;

var serve = ServeCommand.Create();
var command = new RootCommand(serve.Description!);
foreach (var option in serve.Options) command.Options.Add(option);
command.Subcommands.Add(WorkCommand.Create());
command.SetAction(ServeCommand.RunAsync);
InvariantNumbers.Require(command);
try
{
    return await Arguments.Parse(command, args)
        .InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30) // jobs in work go back first
        });
}
catch (Exception exception) when (exception is ColoristException or ArgumentException)
{
    Console.Error.WriteLine($"colorist: {PlainMessage.Line(exception)}");
    return 1;
}
