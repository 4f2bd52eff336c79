using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colorist;

/// <summary>What a model is, says of itself and consists of: <c>card.json</c>.</summary>
public sealed record ModelCard
{
    /// <summary>Name of the card's file in the model's folder.</summary>
    public const string FileName = "card.json";

    /// <summary>The version of the format that this library reads and writes.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>The greatest <see cref="Evenness"/>.</summary>
    public const float MaxEvenness = 0.25f;

    /// <summary>Version of the format, <see cref="CurrentFormatVersion"/>.</summary>
    public int FormatVersion { get; init; } = CurrentFormatVersion;

    /// <summary>Short name: <c>resnet18</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the model is good for, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>What the networks take.</summary>
    public string Input { get; init; } = "L* of CIE L*a*b* (D65), 0..100, float32, N×1×H×W";

    /// <summary>What the networks give.</summary>
    public string Output { get; init; } = "a*b* of CIE L*a*b* (D65), −100..100, float32, N×2×H/2×W/2";

    /// <summary>
    /// The family of networks that it belongs to: <c>iizuka</c>, the paper's and the default, or <c>resnet18</c>.
    /// </summary>
    public string Family { get; init; } = "iizuka";

    /// <summary>How its local network meets pictures; the paper's without scene by default.</summary>
    public NetworkShape Shape { get; init; } = NetworkShape.Paper;

    /// <summary>How a network of another project is used, an ONNX file; null, the default, for our own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ForeignGraph? Foreign { get; init; }

    /// <summary>
    /// The file that the model was made from, with its SHA-256; null, the default, for models trained here.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>
    /// True if the model finds a scene; false for the paper's baseline, which sees only local features.
    /// </summary>
    [JsonIgnore]
    public bool HasGlobal => Shape.TakesScene;

    /// <summary>
    /// True if the local network is there in 8 bits too, for processors that are fast with them; false by default.
    /// </summary>
    public bool HasEightBits { get; init; }

    /// <summary>
    /// True if the local network is there in half precision too, for GPUs; false by default.
    /// </summary>
    public bool HasHalf { get; init; }

    /// <summary>In which numbers the local network is there.</summary>
    [JsonIgnore]
    public IReadOnlyList<Precision> Precisions =>
    [
        Precision.Full,
        .. HasEightBits ? [Precision.EightBits] : Array.Empty<Precision>(),
        .. HasHalf ? [Precision.Half] : Array.Empty<Precision>(),
    ];

    /// <summary>Side in pixels of the square copy that the global network sees; 0 without global features.</summary>
    public int GlobalSide { get; init; }

    /// <summary>Length of <see cref="Scene.Vector"/>; 0 without global features.</summary>
    public int GlobalFeatures { get; init; }

    /// <summary>
    /// How many numbers a palette has that changes the scene; 0, the default, for a model that takes none.
    /// </summary>
    public int PaletteLength { get; init; }

    /// <summary>
    /// The picture is coloured at about this number of pixels squared unless the user wants another; 32..4096.
    /// </summary>
    public required int RenderSide { get; init; }

    /// <summary>
    /// Pictures that go through the network at this number of pixels squared or more are looked at a second time, at
    /// half that size, for steadier colours, 64..4096: about half as much again as the side of the pictures that the
    /// model learned from; 0, the default, for never.
    /// </summary>
    public int SecondLookFrom { get; init; }

    /// <summary>
    /// How far colours even out among neighbours of like lightness unless the user wants otherwise, as a share of the
    /// picture's side, 0..0.25; 0, the default, for the network's own colours.
    /// </summary>
    public float Evenness { get; init; }

    /// <summary>Scene names in the order of <see cref="Scene.Probabilities"/>; empty without global features.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Licence of the weights.</summary>
    public required string Licence { get; init; }

    /// <summary>The pictures that it was trained on.</summary>
    public required string Data { get; init; }

    /// <summary>The terms under which those pictures may be used.</summary>
    public required string DataTerms { get; init; }

    /// <summary>The resolved recipe of the training.</summary>
    public JsonElement? Recipe { get; init; }

    /// <summary>Commit of the code that trained it; null, the default, where that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Commit { get; init; }

    /// <summary>Number of pictures seen in training, repetitions counted.</summary>
    public required long PicturesSeen { get; init; }

    /// <summary>When it was exported.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Measures by name, grey floors among them.</summary>
    public IReadOnlyDictionary<string, double> Scores { get; init; } = new Dictionary<string, double>();

    /// <summary>
    /// The curve that makes colours vivid: C*ab after it at C*ab 0, 2, 4 and so on, rising from 0; null, the default,
    /// if none was fitted.
    /// </summary>
    public IReadOnlyList<float>? Vivid { get; init; }

    /// <summary>
    /// Whether colours go through <see cref="Vivid"/> unless the user wants them plain; false by default.
    /// </summary>
    public bool VividByDefault { get; init; }

    /// <summary>Every other file of the model.</summary>
    public IReadOnlyList<ModelFile> Files { get; init; } = [];

    /// <summary>
    /// SHA-256 of the weights, or of the graph that holds them, 64 lower-case hexadecimal digits: what tells this model
    /// from every other; empty before it is exported.
    /// </summary>
    [JsonIgnore]
    public string WeightsSha256 =>
        Files.FirstOrDefault(file => file.Name == (Foreign is null ? ModelFile.Weights : ModelFile.LocalGraph))?.Sha256
            ?? "";

    /// <summary>
    /// Reads a card and checks that this library can use the model it describes; the model's files are not touched.
    /// </summary>
    /// <param name="path">The card's file.</param>
    /// <exception cref="ModelException">There is no card, or it says something unexpected.</exception>
    public static ModelCard Read(string path) => ModelCardJson.Read(path);

    /// <summary>Writes the card into a folder, beside and then renamed: it is there completely or not at all.</summary>
    /// <param name="folder">The model's folder, which exists.</param>
    public void Write(string folder) => ModelCardJson.Write(this, Path.Combine(folder, FileName));
}
