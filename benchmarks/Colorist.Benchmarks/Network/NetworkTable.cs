using System.Globalization;
using static TorchSharp.torch;

namespace Colorist.Benchmarks.Network;

/// <summary>The paper's table of computing times, with this machine's beside it.</summary>
/// <param name="model">Folder of the paper's network.</param>
/// <param name="threads">0 for all.</param>
internal sealed class NetworkTable(string model, int threads)
{
    private readonly double rate = MatrixProduct.Rate(threads);
    private readonly bool hasCuda = cuda.is_available();
    private readonly string title = threads == 0 ? "all threads" : threads == 1 ? "1 thread" : $"{threads} threads";

    /// <summary>
    /// Measures and prints a row for each side; for that of the global copy a second one, in which the low-level
    /// features are shared.
    /// </summary>
    /// <returns>The times in single precision and in 8 bits.</returns>
    public IEnumerable<Result> Print(int[] sides)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nNetwork only, seconds, {title}; matrix products run at {rate / 1e9:f1} billion multiply-adds a second\n"));
        Console.WriteLine(
            $"| side | paper, CPU | paper, GPU | single precision | peak MB | of the limit | Torch, eager | times as fast | 8 bits | peak MB | times as fast |{(hasCuda ? " Torch, CUDA |" : "")}");
        Console.WriteLine($"|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|{(hasCuda ? "--:|" : "")}");
        return [
            .. sides.SelectMany(side => side == PaperNetwork.Sizes.GlobalSide
                ? [.. PrintRow(side, shared: true), .. PrintRow(side, shared: false)]
                : PrintRow(side, shared: false))];
    }

    private Result[] PrintRow(int side, bool shared)
    {
        var full = SingleRun.InProcess(SingleRun.Network(shared), side, threads, model);
        var eight = SingleRun.InProcess(SingleRun.Network(shared), side, threads, model, Precision.EightBits);
        var eager = SingleRun.InProcess(SingleRun.Eager(shared), side, threads);
        var limit = PaperNetwork.MultiplyAdds(side, shared) / rate;
        var name = shared ? $"{side}, shared" : $"{side}";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Published(side, shared)} | {full.Seconds:f3} | {full.PeakMegabytes:f0} | {limit / full.Seconds:f2} | {eager.Seconds:f3} | {eager.Seconds / full.Seconds:f2} "
            + $"| {eight.Seconds:f3} | {eight.PeakMegabytes:f0} | {full.Seconds / eight.Seconds:f2} |{(hasCuda ? Cuda(side, shared) : "")}"));
        return [new($"network {name}, {title}, single precision", full.Seconds, rate),
            new($"network {name}, {title}, 8 bits", eight.Seconds, rate)];
    }

    private static string Cuda(int side, bool shared) =>
        string.Create(CultureInfo.InvariantCulture,
            $" {SingleRun.InProcess(SingleRun.Cuda(shared), side, threads: 0).Seconds:f3} |");

    /// <summary>The paper shares the low-level features where it can.</summary>
    private static string Published(int side, bool shared) =>
        (shared || side != PaperNetwork.Sizes.GlobalSide) && PaperNetwork.Published.TryGetValue(side, out var paper)
            ? string.Create(CultureInfo.InvariantCulture, $"{paper.Cpu:f3} | {paper.Gpu:f3}")
            : " | ";
}
