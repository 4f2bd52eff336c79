using System.CommandLine;
using Colorist.Hostile;

var cases = new Option<int>("--cases") { Description = "how many", DefaultValueFactory = _ => 3000 };
var seed = new Option<int>("--seed")
{
    Description = "of the first case; each case is the same whenever its seed is",
    DefaultValueFactory = _ => 1
};
var workers = new Option<int>("--workers")
{
    Description = "processes at a time",
    DefaultValueFactory = _ => Math.Max(2, Environment.ProcessorCount)
};
var minutes = new Option<double>("--minutes")
{
    Description = "begin no case after so many",
    DefaultValueFactory = _ => double.PositiveInfinity
};
var drivers = new Option<bool>("--drivers") { Description = "also kill a batch and a film, and fill a disk" };
var save = new Option<string?>("--save") { Description = "write NAME.md and NAME.json" };
var only = new Option<string?>("--only") { Description = "one case, KIND:SEED, in this process" };
var command = new RootCommand("Feeds damaged and wicked files to every door, in processes of their own.")
{
    cases, seed, workers, minutes, drivers, save, only
};
command.SetAction(parsed =>
{
    if (parsed.GetValue(only) is { } one) return Worker.RunOne(one);
    var run = new HostileRun(
        parsed.GetValue(seed), parsed.GetValue(cases), parsed.GetValue(workers), parsed.GetValue(minutes));
    var table = new FigureTable(parsed.GetValue(seed), run.Run());
    if (parsed.GetValue(drivers)) table = table with { Drivers = Drivers.RunAll() };
    Console.Write(table.ToMarkdown());
    foreach (var failure in table.Failures) Console.Error.WriteLine(failure);
    if (parsed.GetValue(save) is { } name) table.Save(name);
    return table.Failures.Any() ? 1 : 0;
});
if (args is ["worker"]) return Worker.Serve();
return command.Parse(args).Invoke();
