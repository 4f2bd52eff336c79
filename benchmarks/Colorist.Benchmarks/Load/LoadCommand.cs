using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Colorist.Benchmarks.Load;

/// <summary>
/// <c>load</c>: the real server under many clients that send photos one after the other, with slow, aborting and silent
/// ones beside them.
/// </summary>
internal static class LoadCommand
{
    private static readonly Argument<string> Sample = new("sample")
    {
        Description = "a black-and-white picture; copies of it are sent"
    };

    private static readonly Option<int> Clients = Number("--clients", "clients that send photos", 64);
    private static readonly Option<int> Bad = Number("--bad", "slow, aborting and silent clients, of each so many", 8);
    private static readonly Option<int> Seconds = Number("--seconds", "how long they send", 60);
    private static readonly Option<double> Megapixels = new("--megapixels")
    {
        Description = "pixels of a photo, in millions",
        DefaultValueFactory = _ => 2,
    };

    public static Command Create()
    {
        var command = new Command("load", "Put the server under load.") { Sample, Clients, Bad, Seconds, Megapixels };
        command.SetAction(parsed => TemporaryFolder.Use(folder =>
        {
            using var scaled = new ScaledPhotos(parsed.GetValue(Sample)!, folder);
            var photo = File.ReadAllBytes(scaled.Write(parsed.GetValue(Megapixels), ".jpg", grain: 3));
            return Run(photo, parsed.GetValue(Clients), parsed.GetValue(Bad),
                TimeSpan.FromSeconds(parsed.GetValue(Seconds))).GetAwaiter().GetResult();
        }));
        return command;
    }

    private static Option<int> Number(string name, string description, int usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };

    private static async Task<int> Run(byte[] photo, int clients, int bad, TimeSpan time)
    {
        using var server = new LoadedServer();
        using var stop = new CancellationTokenSource(time);
        var clock = Stopwatch.StartNew();
        using var sending = new LoadClients(server.Address, photo);
        var senders = Enumerable.Range(0, clients).Select(_ => sending.SendAsync(stop.Token));
        var others = Enumerable.Range(0, bad).SelectMany(_ => (Task[])
        [
            BadClients.SlowAsync(server.Address, stop.Token), BadClients.SilentAsync(server.Address, stop.Token),
            BadClients.AbortingAsync(server.Address, photo, stop.Token),
        ]);
        await Task.WhenAll([.. senders, .. others, sending.LookAsync(stop.Token)]);
        Print(sending, clock.Elapsed, server.PeakMegabytes);
        return sending.Failed == 0 ? 0 : 1;
    }

    private static void Print(LoadClients sent, TimeSpan time, double megabytes)
    {
        var photos = sent.Photos;
        Console.WriteLine(
            "| photos | a second | p50, s | p95, s | p99, s | 429 | other answers | page, p95, ms | peak memory, MB |\n"
            + "|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {photos.Length} | {photos.Length / time.TotalSeconds:f1} | {At(photos, 0.5):f2} "
            + $"| {At(photos, 0.95):f2} | {At(photos, 0.99):f2} | {sent.Refused} | {sent.Failed} "
            + $"| {1000 * At(sent.Looks, 0.95):f0} | {megabytes:f0} |"));
    }

    /// <summary>The value below which a share of them lies.</summary>
    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
}
