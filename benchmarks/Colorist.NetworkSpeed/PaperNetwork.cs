using Colorist.Imaging;
using Colorist.Inference;
using Colorist.Training.Export;
using Colorist.Training.Networks;

namespace Colorist.NetworkSpeed;

/// <summary>The paper's network with random weights: computing takes as long as with trained ones.</summary>
internal static class PaperNetwork
{
    public static readonly NetworkSizes Sizes = NetworkSizes.Paper with { FusionKernel = 3 };

    /// <summary>Seconds of the paper on an 8-core 3 GHz desktop processor and on a GPU of 2015, by side (talk of the authors).</summary>
    public static readonly IReadOnlyDictionary<int, (double Cpu, double Gpu)> Published = new Dictionary<int, (double, double)>
    {
        [224] = (0.399, 0.080),
        [512] = (1.676, 0.339),
        [1024] = (5.629, 1.084),
        [2048] = (20.116, 4.218),
    };

    /// <summary>Writes it as a model, calibrated for 8 bits on noise.</summary>
    public static void Write(string folder)
    {
        var random = new Random(1);
        var layers = LayerPlan.Of(Sizes).ToDictionary(plan => plan.Name, plan => Layer(plan, random));
        var card = new ModelCard
        {
            Name = "paper-random",
            Description = "Random weights, for timing.",
            RenderSide = 224,
            Labels = [.. Enumerable.Range(0, Sizes.Classes).Select(i => $"{i}")],
            Licence = "MIT",
            Data = "none",
            DataTerms = "none",
            Commit = "none",
            PicturesSeen = 0,
            Created = DateTimeOffset.UnixEpoch,
        };
        ModelExport.Write(folder, new FoldedNetwork(Sizes, layers), card, calibration: Noise(64));
    }

    /// <summary>A square of noise.</summary>
    public static LightnessPlane Noise(int side)
    {
        var random = new Random(2);
        return new LightnessPlane(side, side, [.. Enumerable.Range(0, side * side).Select(_ => 100 * random.NextSingle())]);
    }

    /// <summary>Multiply-adds of one picture: the local network at its side, the global one at 224.</summary>
    public static double MultiplyAdds(int side)
    {
        var sum = 0.0;
        double local = side, global = Sizes.GlobalSide;
        foreach (var plan in LayerPlan.Of(Sizes))
        {
            var work = (double)plan.WeightShape.Aggregate((a, b) => a * b);
            if (plan.Name.StartsWith("global.fc", StringComparison.Ordinal) || plan.Name.StartsWith("class", StringComparison.Ordinal)) sum += work;
            else if (plan.Name.StartsWith("global", StringComparison.Ordinal)) sum += work * Square(global = Math.Ceiling(global / plan.Stride));
            else
            {
                local = plan.Name is "color.1" or "color.3" ? 2 * local : Math.Ceiling(local / plan.Stride);
                sum += work * Square(local);
                if (!plan.Name.StartsWith("low", StringComparison.Ordinal)) continue;
                global = Math.Ceiling(global / plan.Stride); // the same layers see the global copy too
                if (side != Sizes.GlobalSide) sum += work * Square(global);
            }
        }
        return sum;
    }

    private static double Square(double value) => value * value;

    private static FoldedLayer Layer(LayerPlan plan, Random random)
    {
        var inputs = (int)plan.WeightShape.Skip(1).Aggregate(1L, (a, b) => a * b);
        var (outputs, range) = ((int)plan.WeightShape[0], MathF.Sqrt(6f / inputs));
        return new FoldedLayer(
            plan.WeightShape, [.. Enumerable.Range(0, outputs * inputs).Select(_ => range * (2 * random.NextSingle() - 1))], new float[outputs]);
    }
}
