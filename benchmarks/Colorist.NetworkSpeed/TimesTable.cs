using System.Globalization;
using Colorist.Inference;

namespace Colorist.NetworkSpeed;

/// <summary>The paper's table of computing times, with this machine's beside it.</summary>
internal static class TimesTable
{
    public static void Print(int[] sides)
    {
        var folder = Directory.CreateTempSubdirectory("colorist-speed-").FullName;
        try
        {
            var model = Path.Combine(folder, "paper");
            PaperNetwork.Write(model);
            Print("all threads", sides, model, threads: 0);
            Print("1 thread", sides, model, threads: 1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string title, int[] sides, string model, int threads)
    {
        var rate = SingleRun.ProductRate(threads);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\nNetwork only, seconds, {title}; matrix products run at {rate / 1e9:f1} billion multiply-adds a second\n"));
        Console.WriteLine("| side | paper, CPU | paper, GPU | single precision | peak MB | of the limit | Torch, eager | times as fast | 8 bits | peak MB | times as fast |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var side in sides)
        {
            var full = SingleRun.InProcess(model, side, threads);
            var eight = SingleRun.InProcess(model, side, threads, Precision.EightBits);
            var eager = SingleRun.InProcess(SingleRun.Eager, side, threads);
            var published = PaperNetwork.Published.TryGetValue(side, out var paper) ? $"{paper.Cpu:f3} | {paper.Gpu:f3}" : " | ";
            var limit = PaperNetwork.MultiplyAdds(side) / rate;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {side} | {published} | {full.Seconds:f3} | {full.PeakMegabytes:f0} | {limit / full.Seconds:f2} | {eager.Seconds:f3} | {eager.Seconds / full.Seconds:f2} "
                + $"| {eight.Seconds:f3} | {eight.PeakMegabytes:f0} | {full.Seconds / eight.Seconds:f2} |"));
        }
    }
}
