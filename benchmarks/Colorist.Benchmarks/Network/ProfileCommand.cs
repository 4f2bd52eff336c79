using System.CommandLine;
using System.Globalization;

namespace Colorist.Benchmarks.Network;

/// <summary><c>profile</c>: where the network's time goes, layer by layer, in single precision and in 8 bits.</summary>
internal static class ProfileCommand
{
    public static Command Create()
    {
        var side = new Option<int>("--side")
        {
            Description = "of the square picture, a multiple of 8",
            DefaultValueFactory = _ => 1024
        };
        var threads = new Option<int>("--threads") { Description = "0 for all", DefaultValueFactory = _ => 0 };
        var command = new Command("profile",
            "Print the time of each layer of the paper's network, from ONNX Runtime's own profile.") { side, threads };
        command.SetAction(parsed => TemporaryFolder.Use(folder =>
        {
            PaperNetwork.Write(folder);
            Print(folder, parsed.GetValue(side), parsed.GetValue(threads));
            return 0;
        }));
        return command;
    }

    private static void Print(string folder, int side, int threads)
    {
        var rate = MatrixProduct.Rate(threads);
        Console.WriteLine(
            "| graph | layer or other operation | billion multiply-adds | single precision, ms | of the limit | 8 bits, ms |\n|---|---|--:|--:|--:|--:|");
        Print("global", Global(folder, threads), new Dictionary<string, double>(), Work(isGlobal: true), rate);
        var eightBits = ModelFile.In(Precision.EightBits, ModelFile.LocalGraph);
        Print("local", Local(folder, ModelFile.LocalGraph, side, threads), Local(folder, eightBits, side, threads),
            Work(isGlobal: false), rate);

        Dictionary<string, double> Work(bool isGlobal) =>
            PaperNetwork.Work(side, shared: false).Where(layer => layer.IsGlobal == isGlobal)
                .ToDictionary(layer => layer.Layer, layer => layer.MultiplyAdds);
    }

    private static void Print(
        string graph, Dictionary<string, double> full, Dictionary<string, double> eight,
        Dictionary<string, double> work, double rate)
    {
        foreach (var name in full.Keys.Union(eight.Keys).OrderBy(name => !work.ContainsKey(name)))
        {
            var (milliseconds, isLayer) = (full.GetValueOrDefault(name), work.TryGetValue(name, out var multiplyAdds));
            var limit = isLayer
                ? string.Create(CultureInfo.InvariantCulture, $"{multiplyAdds / rate * 1000 / milliseconds:f2}")
                : "";
            Console.WriteLine(
                $"| {graph} | {name} | {Text(isLayer ? multiplyAdds / 1e9 : 0)} | {Text(milliseconds)} | {limit} | {Text(eight.GetValueOrDefault(name))} |");
        }
    }

    private static string Text(double value) => value == 0 ? "" : value.ToString("f2", CultureInfo.InvariantCulture);

    private static Dictionary<string, double> Global(string folder, int threads) =>
        GraphProfile.Milliseconds(
            Path.Combine(folder, ModelFile.GlobalGraph), threads, Lightness(PaperNetwork.Sizes.GlobalSide));

    private static Dictionary<string, double> Local(string folder, string graph, int side, int threads)
    {
        var features = PaperNetwork.Sizes.GlobalFeatures;
        return GraphProfile.Milliseconds(
            Path.Combine(folder, graph), threads, Lightness(side), ("scene", new float[features], [1, features]));
    }

    private static (string Name, float[] Values, long[] Shape) Lightness(int side) =>
        ("lightness", PaperNetwork.Noise(side).Values, [1, 1, side, side]);
}
