using Microsoft.ML.OnnxRuntime;

namespace Colorist;

/// <summary>One graph of a network in ONNX Runtime; may be run by several threads at once.</summary>
public sealed class OnnxGraph : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();
    private readonly string path;

    /// <param name="path">The .onnx file, its weights beside it.</param>
    /// <param name="threads">Threads that work on one run; 0 for one per core.</param>
    /// <param name="device">What it runs on, never <see cref="ComputeDevice.Automatic"/>.</param>
    /// <param name="loadsFast">
    /// Leaves out what takes long at the start and pays for large pictures only; false by default.
    /// </param>
    /// <exception cref="ModelException">ONNX Runtime cannot load it.</exception>
    public OnnxGraph(string path, int threads, ComputeDevice device = ComputeDevice.Cpu, bool loadsFast = false)
    {
        this.path = path;
        using var options = Options(threads);
        // the level above rearranges the weights for this processor
        if (loadsFast) options.GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_EXTENDED;
        try
        {
            Devices.Append(options, device);
            session = new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelException(path, "a graph that ONNX Runtime can load", Found(e), e);
        }
    }

    /// <summary>How every graph runs.</summary>
    /// <param name="threads">Threads that work on one run; 0 for one per core.</param>
    internal static SessionOptions Options(int threads)
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            // a plan is kept for every size of picture ever seen: memory that grows with a batch
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // else this graph's idle threads keep the other graph, and us, from the cores
        options.AddSessionConfigEntry("session.force_spinning_stop", "1");
        return options;
    }

    /// <summary>Checks the last dimension of an output against the card.</summary>
    /// <exception cref="ModelException">Card and graph disagree.</exception>
    public void ExpectLength(string output, int expected, string what)
    {
        var found = session.OutputMetadata[output].Dimensions[^1];
        if (found != expected) throw new ModelException(path, $"{expected} {what}, as the card says", $"{found}");
    }

    /// <summary>Checks that the graph has exactly these inputs, and these outputs among others.</summary>
    /// <exception cref="ModelException">Card and graph disagree.</exception>
    internal void ExpectNames(IReadOnlyList<string> inputs, IReadOnlyList<string> outputs)
    {
        var (taken, given) = (session.InputMetadata.Keys, session.OutputMetadata.Keys);
        if (!taken.Order().SequenceEqual(inputs.Order()))
            throw new ModelException(path, $"inputs {string.Join(", ", inputs)}", string.Join(", ", taken));
        if (outputs.Except(given).Any())
            throw new ModelException(path, $"outputs {string.Join(", ", outputs)}", string.Join(", ", given));
    }

    /// <summary>Runs the graph.</summary>
    /// <param name="inputs">Each with its name, values and shape; the values are not copied.</param>
    /// <param name="outputs">Names.</param>
    /// <returns>The values of each output, the last dimension running fastest.</returns>
    /// <exception cref="ModelException">ONNX Runtime failed, for want of memory for instance.</exception>
    public float[][] Run((string Name, float[] Values, long[] Shape)[] inputs, params string[] outputs)
    {
        var values = Array.ConvertAll(inputs, input => OrtValue.CreateTensorValueFromMemory(input.Values, input.Shape));
        try
        {
            using var results = session.Run(runOptions, Array.ConvertAll(inputs, input => input.Name), values, outputs);
            return [.. results.Select(result => result.GetTensorDataAsSpan<float>().ToArray())];
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelException(path, "a run without errors", Found(e), e);
        }
        finally
        {
            foreach (var value in values) value.Dispose();
        }
    }

    /// <summary>Frees the graph.</summary>
    public void Dispose()
    {
        session.Dispose();
        runOptions.Dispose();
    }

    private static string Found(OnnxRuntimeException exception) =>
        exception.Message.Contains("alloc", StringComparison.OrdinalIgnoreCase)
            ? "too little memory"
            : "an error of the network's runtime";
}
