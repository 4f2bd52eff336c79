using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Benchmarks.Network;

/// <summary>
/// One number of the table, measured in a process of its own, so that its peak memory is its own too.
/// </summary>
/// <param name="Seconds">The fastest of several rounds after one to warm up.</param>
/// <param name="PeakMegabytes">Highest resident memory of the process.</param>
internal sealed record SingleRun(double Seconds, double PeakMegabytes)
{
    private const string Name = "single";

    /// <summary>The command that such a process runs.</summary>
    public static Command Create()
    {
        var words = new Argument<string[]>("words");
        var command = new Command(Name) { words };
        command.Hidden = true;
        command.SetAction(parsed => Measure(parsed.GetValue(words)!));
        return command;
    }

    /// <summary>Ours, in ONNX Runtime.</summary>
    public static string Network(bool shared) => shared ? "shared" : "network";

    /// <summary>The same network in Torch.</summary>
    public static string Eager(bool shared) => shared ? "eager-shared" : "eager";

    /// <summary>The same on the GPU, where Torch is a CUDA build and finds one.</summary>
    public static string Cuda(bool shared) => shared ? "cuda-shared" : "cuda";

    /// <summary>Starts a process that measures, and reads what it found.</summary>
    /// <param name="what">One of the words above.</param>
    /// <param name="side">Of the picture or matrix.</param>
    /// <param name="threads">0 for all.</param>
    /// <param name="model">Folder of the paper's network.</param>
    /// <param name="precision">Of the local network.</param>
    public static SingleRun InProcess(
        string what, int side, int threads, string model = "-", Precision precision = Precision.Full)
    {
        var words =
            ColoristRun.Dotnet([typeof(SingleRun).Assembly.Location, Name, what, $"{side}", $"{threads}", model,
                $"{precision}"]).Split(' ');
        return new SingleRun(
            double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private static void Measure(string[] words)
    {
        var (side, threads) =
            (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        var (model, precision) = (words[3], Enum.Parse<Precision>(words[4]));
        var seconds = words[0] switch
        {
            MatrixProduct.InTorch => MatrixProduct.TorchSeconds(threads),
            MatrixProduct.InOnnxRuntime => MatrixProduct.OnnxSeconds(threads),
            "shared" => SharedSeconds(PaperNetwork.SharedGraph(model, precision), side, threads),
            "network" => NetworkSeconds(model, side, threads, precision),
            "cuda" or "cuda-shared" => EagerSeconds(side, threads, shared: words[0] == Cuda(shared: true), CUDA),
            _ => EagerSeconds(side, threads, shared: words[0] == Eager(shared: true), CPU),
        };
        using var self = Process.GetCurrentProcess();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{seconds} {self.PeakWorkingSet64 / 1e6:f0}"));
    }

    private static double NetworkSeconds(string folder, int side, int threads, Precision precision)
    {
        using var model = Model.Load(folder, threads, precision);
        var picture = PaperNetwork.Noise(side);
        return Rounds.Fastest(() => model.Local.Predict(picture, model.Global!.Describe(picture)));
    }

    private static double SharedSeconds(string path, int side, int threads)
    {
        using var graph = new OnnxGraph(path, threads);
        var picture = PaperNetwork.Noise(side);
        return Rounds.Fastest(
            () => graph.Run([("lightness", picture.Values, [1, 1, side, side])], "scene", "probabilities", "chroma"));
    }

    private static double EagerSeconds(int side, int threads, bool shared, Device device)
    {
        if (threads > 0) set_num_threads(threads);
        using var network = new ColorizationNetwork(PaperNetwork.Sizes);
        network.to(device);
        network.eval();
        using var noGradients = no_grad();
        using var picture = rand(1, 1, side, side, device: device);
        using var copy = rand(1, 1, PaperNetwork.Sizes.GlobalSide, PaperNetwork.Sizes.GlobalSide, device: device);
        return Rounds.Fastest(() =>
        {
            using var scope = NewDisposeScope();
            if (shared) network.forward(picture);
            else network.Predict(picture, network.Describe(copy).Scene);
            if (device.type == DeviceType.CUDA) cuda.synchronize();
        });
    }
}
