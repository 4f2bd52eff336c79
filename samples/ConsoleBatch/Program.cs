using Colorist;

if (args is not [var model, var from, var to])
{
    Console.Error.WriteLine("expected MODEL FROM TO: a model's folder, a folder of photos, a folder for the results");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true; // so that the program ends by itself
    stop.Cancel();
};

using var colorizer = Colorizer.Load(model); // once: it holds the network
var photos = new PhotoColorizer(colorizer);
Directory.CreateDirectory(to);
string[] files = [.. Directory.EnumerateFiles(from).Order()];
var failed = 0;

for (var i = 0; i < files.Length; i++)
{
    var result = Path.Combine(to, Path.GetFileName(files[i]));
    if (File.Exists(result)) continue; // made before a stop
    try
    {
        var facts = photos.Colorize(files[i], result, stop: stop.Token);
        var remarks = string.Concat(facts.Remarks.Select(remark => $"; {remark}"));
        Console.WriteLine($"{i + 1}/{files.Length} {result}: {facts.Width}×{facts.Height}{remarks}");
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("stopped; the same command goes on");
        return 130;
    }
    catch (ColoristException exception) // no picture, one in colour, a full disk: the message is one line
    {
        Console.Error.WriteLine($"{i + 1}/{files.Length} {exception.Message}");
        failed++;
    }
}

return failed == 0 ? 0 : 1;
