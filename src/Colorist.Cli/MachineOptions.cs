using System.CommandLine;
using System.CommandLine.Parsing;

namespace Colorist.Cli;

/// <summary>The options of the command line that say what the networks compute with.</summary>
internal sealed class MachineOptions
{
    private static readonly Dictionary<string, ComputeDevice> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        ["auto"] = ComputeDevice.Automatic,
        ["cpu"] = ComputeDevice.Cpu,
        ["cuda"] = ComputeDevice.Cuda,
        ["directml"] = ComputeDevice.DirectML,
        ["coreml"] = ComputeDevice.CoreML,
    };

    private readonly Option<int> threads = new("--threads")
    {
        Description = "threads that the networks compute with; 0, the default, for one per core"
    };
    private readonly Option<ComputeDevice> device = new("--device")
    {
        Description =
            "auto, cpu, cuda, directml or coreml; auto takes a GPU only where its runtime was put beside the program and works",
        DefaultValueFactory = _ => ComputeDevice.Automatic,
        HelpName = "auto|cpu|cuda|directml|coreml",
    };

    public MachineOptions()
    {
        device.CustomParser = ReadDevice;
        device.CompletionSources.Clear();
        device.CompletionSources.Add([.. Devices.Keys]);
    }

    public void AddTo(Command command)
    {
        command.Options.Add(threads);
        AddDeviceTo(command);
    }

    public void AddDeviceTo(Command command) => command.Options.Add(device);

    /// <summary>What was asked for.</summary>
    public ComputeDevice Device(ParseResult parsed) => parsed.GetValue(device);

    /// <summary>Threads; 0 for one per core.</summary>
    /// <exception cref="ArgumentException">A negative number.</exception>
    public int Threads(ParseResult parsed) => parsed.GetValue(threads) is >= 0 and var count
        ? count
        : throw new ArgumentException($"expected {threads.Name} 0 or more, found {parsed.GetValue(threads)}");

    /// <exception cref="ArgumentException">A negative number of threads.</exception>
    public ColorizerOptions Read(ParseResult parsed, ColorizerOptions options) =>
        options with { Threads = Threads(parsed), Device = Device(parsed) };

    private ComputeDevice ReadDevice(ArgumentResult typed)
    {
        var name = typed.Tokens[^1].Value;
        if (!Devices.TryGetValue(name, out var found))
            throw new ArgumentException($"expected {device.Name} {string.Join(", ", Devices.Keys)}, found {name}");
        return found;
    }
}
