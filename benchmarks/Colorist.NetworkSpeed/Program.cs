using System.CommandLine;
using Colorist.NetworkSpeed;

var sides = new Option<int[]>("--sides") { Description = "sides of the square pictures", DefaultValueFactory = _ => [224, 512, 1024, 2048] };
var run = new Option<string?>("--run") { Description = "measure only this, for the table: MODEL SIDE THREADS PRECISION", Hidden = true };
var command = new RootCommand("Prints the paper's table of computing times for this machine. Run it with nothing else running.") { sides, run };
command.SetAction(parsed =>
{
    if (parsed.GetValue(run) is { } one) SingleRun.Measure(one);
    else TimesTable.Print(parsed.GetValue(sides)!);
});
return command.Parse(args).Invoke();
