namespace Colorist;

/// <summary>How a network of another project, an ONNX file, is used as a local network.</summary>
public sealed record ForeignGraph
{
    private const int MaxChannels = 16;

    /// <summary>The picture's input; what it takes is <see cref="NetworkShape.Input"/>.</summary>
    public required ForeignTensor Input { get; init; }

    /// <summary>The output with the colours.</summary>
    public required ForeignTensor Output { get; init; }

    /// <summary>What the output holds; chroma by default.</summary>
    public NetworkOutput Gives { get; init; } = NetworkOutput.Chroma;

    /// <summary>Further inputs, which are given zeros; none by default.</summary>
    public IReadOnlyList<ForeignZeros> Zeros { get; init; } = [];

    /// <summary>
    /// Names of the files beside the graph that hold its weights; none, the default, where it holds them itself.
    /// </summary>
    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>Checks the ranges.</summary>
    /// <param name="shape">Of the network.</param>
    /// <returns>What was expected and what was found; null if all is well.</returns>
    internal (string Expected, object Found)? Wrong(NetworkShape shape) =>
        shape.TakesScene ? ("a foreign network without a scene", "one with")
        : Data.FirstOrDefault(name => !IsPlain(name)) is { } path ? ("plain names of files in foreign.data", path)
        : Zeros.FirstOrDefault(zeros => zeros.Channels is < 1 or > MaxChannels) is { } many
            ? ($"{many.Name} of 1 to {MaxChannels} channels", many.Channels)
        : Input.Wrong(shape.Input == NetworkInput.Rgb ? 3 : 1) ?? Output.Wrong(Gives == NetworkOutput.Rgb ? 3 : 2);

    /// <summary>Whether a name leads to no other folder, on any system, and to no file of the model itself.</summary>
    /// <param name="name">Of a file that holds weights.</param>
    public static bool IsPlain(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 0 && name[0] != '.' && name.IndexOfAny(['/', '\\', ':', '\0']) < 0
            && name is not (ModelCard.FileName or MoodFile.FileName or ModelFile.LocalGraph);
    }
}
