using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>A second network whose weights follow those in training slowly: their exponential moving average.</summary>
internal sealed class WeightAverage : IDisposable
{
    private const int Every = 4; // steps: each time costs as much as a hundredth of a step

    private readonly (Tensor Average, Tensor Current)[] pairs;
    private readonly double decay;
    private Scalar kept = 0;
    private Scalar taken = 1;

    /// <param name="network">In training; its weights at this moment are the first average.</param>
    /// <param name="decay">
    /// What the average keeps of itself at each step, above 0 and below 1; less in the first steps.
    /// </param>
    /// <param name="device">Where the network is.</param>
    public WeightAverage(ColorNetwork network, double decay, Device device)
    {
        Network = ColorNetwork.ForSizes(network.Sizes);
        Network.to(device);
        Network.eval();
        this.decay = decay;
        pairs = [.. Network.state_dict().Values.Zip(network.state_dict().Values)];
        using var noGradients = no_grad();
        foreach (var (average, current) in pairs) average.copy_(current);
    }

    /// <summary>The average, in evaluation mode.</summary>
    public ColorNetwork Network { get; }

    /// <summary>Moves the average towards the network, every fourth step by as much as four steps ask for.</summary>
    /// <param name="steps">Of the run so far.</param>
    public void Follow(long steps)
    {
        if (steps % Every != 0) return;
        var keep = Math.Pow(Math.Min(decay, (1.0 + steps) / (10.0 + steps)), Every);
        (kept, taken) = (keep, 1 - keep);
        using var noGradients = no_grad();
        foreach (var (average, current) in pairs) average.mul_(kept).add_(current, taken);
    }

    public void Dispose() => Network.Dispose();
}
