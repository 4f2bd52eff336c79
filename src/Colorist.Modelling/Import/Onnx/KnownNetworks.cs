namespace Colorist.Modelling;

/// <summary>
/// Networks of other projects, known by what their graphs take and give. Where an interface leaves open how values are
/// scaled, every scaling that is usual is a candidate; a test picture decides.
/// </summary>
internal static class KnownNetworks
{
    private const int ZhangSide = 256, DDColorSide = 512, DeOldifySide = 560; // where a graph takes any
    private const int Rgb = 3;

    // Zhang's networks count a* and b* in parts of 110
    private static readonly float[] Unchanged = [0], One = [1], Normal = [110];

    private static readonly float[] ImageNetMean = [0.485f, 0.456f, 0.406f], ImageNetDeviation = [0.229f, 0.224f,
        0.225f];

    // Stored as ImageNet's statistics make it, as 0..1, as 0..255.
    private static readonly (float[] Mean, float[] Deviation)[] RgbScalings = [(ImageNetMean, ImageNetDeviation),
        (Unchanged, One), (Unchanged, [1 / 255f])];

    /// <summary>What a graph may be.</summary>
    /// <param name="header">Its inputs and outputs.</param>
    /// <returns>Descriptions, alike but for the scaling; none if the graph is not known.</returns>
    public static IReadOnlyList<ForeignDescription> Candidates(OnnxHeader header)
    {
        var outputs = header.Outputs.Where(output => output.IsPicture && output.Channels is 2 or Rgb).ToList();
        if (header.Inputs.ToArray() is not [{ IsPicture: true } input, .. var rest] || outputs is not [var output])
            return [];
        if (!rest.All(other => other is { IsPicture: true, Channels: <= 16 })
            || (input.Square is null && !input.IsFree)) return [];
        var zeros = rest.Select(other => new ForeignZeros(other.Name, (int)other.Channels)).ToList();
        return (input.Channels, output.Channels) switch
        {
            (1, 2) => Zhang(header, input, output, zeros),
            (Rgb, 2) when zeros.Count == 0 => [DDColor(input, output)],
            (Rgb, Rgb)
                when zeros.Count == 0 =>
                    [.. from taken in RgbScalings from given in RgbScalings select DeOldify(
                        input, output, taken, given)],
            _ => [],
        };
    }

    private static IReadOnlyList<ForeignDescription> Zhang(
        OnnxHeader header, OnnxTensor input, OnnxTensor output, List<ForeignZeros> zeros)
    {
        var isLater = zeros.Count > 0 || !header.Operators.Contains("Softmax");
        return [.. new[] { One, Normal }.Select(deviation => new ForeignDescription
        {
            Name = isLater ? "zhang-siggraph17" : "zhang-eccv16",
            Description = isLater
                ? "Like Zhang and others, Real-Time User-Guided Image Colorization (2017), without hints, by its inputs and outputs."
                : "Like Zhang, Isola and Efros, Colorful Image Colorization (2016), by its inputs and outputs.",
            Licence = "BSD-2-Clause, if this is its authors' file",
            Data = "ImageNet, if this is its authors' file",
            RenderSide = input.Square ?? ZhangSide,
            Shape = Shape(input, output, ZhangSide, NetworkInput.Lightness),
            Graph = new ForeignGraph
            {
                Input = Tensor(input, Unchanged, One),
                Output = Tensor(output, Unchanged, deviation),
                Zeros = zeros
            },
        })];
    }

    private static ForeignDescription DDColor(OnnxTensor input, OnnxTensor output) => new()
    {
        Name = "ddcolor",
        Description = "Like Kang and others, DDColor (2023), by its inputs and outputs.",
        Licence = "Apache-2.0, if this is its authors' file",
        Data = "ImageNet, or more, if this is its authors' file",
        RenderSide = input.Square ?? DDColorSide,
        Shape = Shape(input, output, DDColorSide, NetworkInput.Rgb),
        Graph = new ForeignGraph { Input = Tensor(input, Unchanged, One), Output = Tensor(output, Unchanged, One) },
    };

    private static ForeignDescription DeOldify(
        OnnxTensor input, OnnxTensor output, (float[] Mean, float[] Deviation) taken,
        (float[] Mean, float[] Deviation) given) => new()
        {
            Name = "deoldify",
            Description = "Like Antic, DeOldify (2018), artistic, stable or video, by its inputs and outputs.",
            Licence = "MIT, if this is its author's file",
            Data = "ImageNet, if this is its author's file",
            RenderSide = input.Square ?? DeOldifySide,
            Shape = Shape(input, output, DeOldifySide, NetworkInput.Rgb),
            Graph = new ForeignGraph
            {
                Input = Tensor(input, taken.Mean, taken.Deviation),
                Output = Tensor(output, given.Mean, given.Deviation),
                Gives = NetworkOutput.Rgb,
            },
        };

    private static ForeignTensor Tensor(OnnxTensor tensor, float[] mean, float[] deviation) =>
        new() { Name = tensor.Name, Mean = mean, Deviation = deviation };

    /// <summary>A square of the graph's own side, or of the side that its authors use.</summary>
    private static NetworkShape Shape(OnnxTensor input, OnnxTensor output, int usualSide, NetworkInput takes)
    {
        var divides = input.Square is { } side && output.Square is { } given && given > 0 ? side / given : 1;
        return new NetworkShape(Math.Max(1, divides), Math.Max(1, divides), input.Square
            ?? usualSide, Margin: 0, TakesScene: false, takes);
    }
}
