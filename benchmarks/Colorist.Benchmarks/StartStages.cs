using System.Diagnostics;
using System.Globalization;
using Colorist.Cli;
using Microsoft.ML.OnnxRuntime;

namespace Colorist.Benchmarks;

/// <summary>
/// What <c>colorist photo</c> does, one step after the other, in a process that has done none of it before.
/// </summary>
internal static class StartStages
{
    /// <returns>Exit code 0.</returns>
    public static int Print(string sample, string output)
    {
        Print("the parts, one after the other: runtime, to the first line",
            (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds);
        var folder = ShippedModel.Folder;
        var card = Time("model card", () => ModelCard.Read(Path.Combine(folder, ModelCard.FileName)));
        Time("sizes and hashes of the model's files", () => card.Files.All(file =>
        {
            file.Check(
            folder); return true;
        }));
        Telemetry.SwitchOff(); // the runtime starts here before any graph does
        Time("ONNX Runtime", OrtEnv.Instance);
        var local = Processor.IsFastWithEightBits && card.HasEightBits
            ? ModelFile.In(Precision.EightBits, ModelFile.LocalGraph)
            : ModelFile.LocalGraph;
        using var globalGraph = Time(
            "global network, loading", () => new OnnxGraph(Path.Combine(folder, ModelFile.GlobalGraph), threads: 0));
        using var localGraph =
            Time("local network, loading", () => new OnnxGraph(Path.Combine(folder, local), threads: 0));
        using var photo = Time("libvips, photo opened", () => Photo.Load(sample));
        var small = Time("small lightness", () => Small(photo, card));
        var (global, chroma) = (new GlobalNetwork(globalGraph, card), new LocalNetwork(localGraph, card));
        var scene = Time("global network", () => global.Describe(small));
        var colors = Time("local network", () => SecondLook.Predict(chroma, card.SecondLookFrom, small, scene));
        Time("painting and saving", () =>
        {
            using var colored = photo.WithChroma(GuidedChroma.Fit(colors, small), "benchmark");
            colored.Save(output);
            return true;
        });
        return 0;
    }

    private static LightnessPlane Small(Photo photo, ModelCard card)
    {
        var (width, height) = RenderSize.For(photo.Width, photo.Height, card.RenderSide, card.Shape);
        return photo.HasColor()
            ? throw new ArgumentException("expected a picture without colour")
            : photo.Lightness(width, height);
    }

    private static T Time<T>(string name, Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        var result = work();
        Print(name, clock.Elapsed.TotalSeconds);
        return result;
    }

    private static void Print(string name, double seconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{seconds}"));
}
