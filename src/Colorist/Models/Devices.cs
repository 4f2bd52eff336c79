using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace Colorist;

/// <summary>Finds out on which device networks can compute here.</summary>
internal static partial class Devices
{
    private static readonly ComputeDevice[] TriedByItself = [ComputeDevice.Cuda, ComputeDevice.DirectML];

    /// <summary>The device that is used where one is wanted.</summary>
    /// <param name="wanted">Any; <see cref="ComputeDevice.Automatic"/> never fails.</param>
    /// <returns>Any but <see cref="ComputeDevice.Automatic"/>.</returns>
    /// <exception cref="ModelException">
    /// It was asked for and cannot be had; the message says what is missing.
    /// </exception>
    public static ComputeDevice Choose(ComputeDevice wanted) =>
        Choose(wanted, OrtEnv.Instance().GetAvailableProviders(), Try);

    /// <summary>The same for a runtime that has the given providers.</summary>
    /// <param name="wanted">Any.</param>
    /// <param name="providers">ONNX Runtime's names of them.</param>
    /// <param name="attempt">Throws the runtime's exception if the device cannot be used.</param>
    /// <exception cref="ModelException">It was asked for and cannot be had.</exception>
    internal static ComputeDevice Choose(
        ComputeDevice wanted, IReadOnlyCollection<string> providers, Action<ComputeDevice> attempt)
    {
        if (wanted == ComputeDevice.Cpu) return wanted;
        if (wanted == ComputeDevice.Automatic)
            return TriedByItself.FirstOrDefault(
                device => WhyNot(device, providers, attempt) is null, ComputeDevice.Cpu);
        return WhyNot(wanted, providers, attempt) is { } reason ? throw reason : wanted;
    }

    /// <summary>Makes a session compute there.</summary>
    internal static void Append(SessionOptions options, ComputeDevice device)
    {
        switch (device)
        {
            case ComputeDevice.Cuda: options.AppendExecutionProvider_CUDA(); break;
            case ComputeDevice.DirectML: options.AppendExecutionProvider_DML(); break;
            case ComputeDevice.CoreML: options.AppendExecutionProvider_CoreML(); break;
        }
    }

    private static ModelException? WhyNot(
        ComputeDevice device, IReadOnlyCollection<string> providers, Action<ComputeDevice> attempt)
    {
        var name = device.ToString();
        if (!providers.Contains(Provider(device)))
            return new ModelException(
                name, $"ONNX Runtime's build with {name} ({Package(device)})", "the one for the processor alone");
        try
        {
            attempt(device);
            return null;
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or EntryPointNotFoundException
            or DllNotFoundException)
        {
            var missing = MissingLibrary().Match(exception.Message);
            return missing.Success
                ? new ModelException(name, $"the library {missing.Value}", "none on this system", exception)
                : new ModelException(name, "a GPU and driver that ONNX Runtime can use", exception.Message, exception);
        }
    }

    private static void Try(ComputeDevice device)
    {
        using var options = new SessionOptions();
        Append(options, device);
    }

    private static string Provider(ComputeDevice device) => device switch
    {
        ComputeDevice.Cuda => "CUDAExecutionProvider",
        ComputeDevice.DirectML => "DmlExecutionProvider",
        _ => "CoreMLExecutionProvider",
    };

    private static string Package(ComputeDevice device) => device switch
    {
        ComputeDevice.Cuda => "package Colorist.Runtime.Cuda, on 64-bit Linux or Windows",
        ComputeDevice.DirectML => "package Microsoft.ML.OnnxRuntime.DirectML, on Windows",
        _ => "in its package for macOS",
    };

    [GeneratedRegex(@"\b(?:lib[\w-]+\.so[.\d]*\d|[\w-]+\.dll|lib[\w-]+\.dylib)(?=: cannot open|""? which is missing)",
        RegexOptions.IgnoreCase)]
    private static partial Regex MissingLibrary();
}
