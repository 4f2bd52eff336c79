using System.Diagnostics;
using System.Globalization;
using Colorist.Inference;
using Colorist.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.NetworkSpeed;

/// <summary>One number of the table, measured in a process of its own, so that its peak memory is its own too.</summary>
/// <param name="Seconds">The fastest of several rounds after one to warm up.</param>
/// <param name="PeakMegabytes">Highest resident memory of the process.</param>
internal sealed record SingleRun(double Seconds, double PeakMegabytes)
{
    public const string Eager = "torch";
    public const string MatrixProduct = "product";

    private const double LeastSeconds = 2; // of all rounds
    private const int LeastRounds = 3;
    private const int ProductSide = 2048;

    /// <summary>Starts a process that measures, and reads what it found.</summary>
    /// <param name="model">Folder of the paper's network, or one of the words above.</param>
    /// <param name="side">Of the picture.</param>
    /// <param name="threads">0 for all.</param>
    /// <param name="precision">Of the local network.</param>
    public static SingleRun InProcess(string model, int side, int threads, Precision precision = Precision.Full)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(SingleRun).Assembly.Location);
        start.ArgumentList.Add("--run");
        start.ArgumentList.Add($"{model} {side} {threads} {precision}");
        using var process = Process.Start(start)!;
        var words = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{model} {side} {threads} {precision}: exit code {process.ExitCode}");
        return new SingleRun(double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Measures in this process and prints seconds and peak memory.</summary>
    public static void Measure(string run)
    {
        var words = run.Split(' ');
        var (side, threads) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        var seconds = words[0] switch
        {
            Eager => EagerSeconds(side, threads),
            MatrixProduct => ProductSeconds(threads),
            _ => ModelSeconds(words[0], side, threads, Enum.Parse<Precision>(words[3])),
        };
        using var self = Process.GetCurrentProcess();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{seconds} {self.PeakWorkingSet64 / 1e6:f0}"));
    }

    /// <summary>Multiply-adds a second of a product of large square matrices in single precision.</summary>
    public static double ProductRate(int threads) => Math.Pow(ProductSide, 3) / InProcess(MatrixProduct, 0, threads).Seconds;

    private static double ModelSeconds(string folder, int side, int threads, Precision precision)
    {
        using var model = Model.Load(folder, threads, precision);
        var picture = PaperNetwork.Noise(side);
        return Fastest(() => model.Local.Predict(picture, model.Global!.Describe(picture)));
    }

    private static double EagerSeconds(int side, int threads)
    {
        if (threads > 0) set_num_threads(threads);
        using var network = new ColorizationNetwork(PaperNetwork.Sizes);
        network.eval();
        using var noGradients = no_grad();
        using var picture = rand(1, 1, side, side);
        using var copy = rand(1, 1, PaperNetwork.Sizes.GlobalSide, PaperNetwork.Sizes.GlobalSide);
        return Fastest(() =>
        {
            using var scope = NewDisposeScope();
            if (side == PaperNetwork.Sizes.GlobalSide) network.forward(picture);
            else network.Predict(picture, network.Describe(copy).Scene);
        });
    }

    private static double ProductSeconds(int threads)
    {
        if (threads > 0) set_num_threads(threads);
        using var left = rand(ProductSide, ProductSide);
        using var right = rand(ProductSide, ProductSide);
        return Fastest(() => left.mm(right).Dispose());
    }

    private static double Fastest(Action round)
    {
        round();
        var (clock, fastest, rounds) = (Stopwatch.StartNew(), double.MaxValue, 0);
        while (rounds++ < LeastRounds || clock.Elapsed.TotalSeconds < LeastSeconds)
        {
            var before = clock.Elapsed;
            round();
            fastest = Math.Min(fastest, (clock.Elapsed - before).TotalSeconds);
        }
        return fastest;
    }
}
