using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// A frozen trunk that looks at pictures in colour, as it learned to on ImageNet: its maps say how alike two pictures
/// look, and what a critic judges by.
/// </summary>
internal sealed class ColorTrunk : Module<Tensor, ResNetMaps>
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar Bytes = 255;

    private readonly ResNetLowLevel lowLevel;
    private readonly ResNetMidLevelDown midLevelDown;
    private readonly Tensor means;

    /// <summary>A trunk with random weights.</summary>
    public ColorTrunk(ResNetSizes sizes) : base(nameof(ColorTrunk))
    {
        lowLevel = new ResNetLowLevel(sizes, inputs: 3);
        midLevelDown = new ResNetMidLevelDown(sizes);
        means = tensor(PretrainedTrunk.Means.ToArray()).view(1, 3, 1, 1);
        register_buffer(nameof(means), means);
        RegisterComponents();
        foreach (var weight in parameters()) weight.requires_grad = false;
        eval();
    }

    /// <summary>The trunk of a file.</summary>
    /// <param name="path">See <see cref="PretrainedTrunk.ColorFromFile"/>.</param>
    /// <param name="sizes">Of the network whose colours it looks at.</param>
    /// <exception cref="ModelException">The file is missing, or is no such network.</exception>
    public static ColorTrunk FromFile(string path, ResNetSizes sizes)
    {
        var trunk = new ColorTrunk(sizes);
        TrunkWeights.Copy(PretrainedTrunk.ColorFromFile(path, sizes),
            NetworkLayer.All(trunk, sizes.TrunkLayers()));
        return trunk;
    }

    /// <param name="picture">N×3×H×W, red, green and blue of sRGB, 0..1; sides are multiples of 32.</param>
    /// <returns>In the type of number of the picture.</returns>
    public override ResNetMaps forward(Tensor picture)
    {
        var input = picture.flip(1).mul(Bytes).sub(means.to(picture.dtype)); // blue, green, red, 0..255 less the means
        var (half, quarter) = lowLevel.forward(input);
        var (eighth, sixteenth, thirtySecond) = midLevelDown.forward(quarter);
        return new ResNetMaps(half, quarter, eighth, sixteenth, thirtySecond);
    }
}
