using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace Colorist.Benchmarks.Network;

/// <summary>What ONNX Runtime says of its own time in one graph.</summary>
internal static partial class GraphProfile
{
    private const int Runs = 5; // after one to warm up

    /// <summary>Runs a graph several times.</summary>
    /// <returns>
    /// Milliseconds, the fastest of several: of each layer in order of computation, of every other operation by its
    /// kind, of all of them, and of the run.
    /// </returns>
    public static Dictionary<string, double> Milliseconds(
        string path, int threads, params (string Name, float[] Values, long[] Shape)[] inputs)
    {
        var profile = Profile(path, threads, inputs);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(profile));
            return Fastest(document.RootElement.EnumerateArray());
        }
        finally
        {
            File.Delete(profile);
        }
    }

    private static string Profile(string path, int threads, (string Name, float[] Values, long[] Shape)[] inputs)
    {
        using var options = OnnxGraph.Options(threads);
        options.ProfileOutputPathPrefix = path;
        options.EnableProfiling = true;
        using var session = new InferenceSession(path, options);
        using var run = new RunOptions();
        var values = inputs.ToDictionary(
            input => input.Name, input => OrtValue.CreateTensorValueFromMemory(input.Values, input.Shape));
        for (var i = 0; i <= Runs; i++) session.Run(run, values, session.OutputNames).Dispose();
        foreach (var value in values.Values) value.Dispose();
        return session.EndProfiling();
    }

    private static Dictionary<string, double> Fastest(IEnumerable<JsonElement> events)
    {
        var nodes = events.ToLookup(entry => (Name: entry.GetProperty("name").GetString()!, Row: Row(entry)),
            entry => entry.GetProperty("dur").GetDouble() / 1000);
        var rows = new Dictionary<string, double>();
        foreach (var node in nodes.Where(node => node.Key.Row is not null))
            rows[node.Key.Row!] = rows.GetValueOrDefault(node.Key.Row!) + node.Min();
        rows["all operations"] = rows.Values.Sum();
        rows["the run"] = nodes[("model_run", null)].Min();
        return rows;
    }

    /// <summary>The layer, or the kind of operation; null for what is none.</summary>
    private static string? Row(JsonElement entry)
    {
        var name = entry.GetProperty("name").GetString()!;
        if (!name.EndsWith("_kernel_time", StringComparison.Ordinal)) return null;
        var operation = entry.GetProperty("args").GetProperty("op_name").GetString()!;
        var isLayer = operation.EndsWith("Conv", StringComparison.Ordinal)
            || operation.EndsWith("Gemm", StringComparison.Ordinal);
        return isLayer ? LayerName().Match(name).Value : operation;
    }

    [GeneratedRegex(@"(low|global|mid|fusion|color|class)(\.fc)?(\.\d)?")]
    private static partial Regex LayerName();
}
