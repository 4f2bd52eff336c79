using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Colorist.Training;

/// <summary>Everything that decides what a training run learns: one JSON file.</summary>
public sealed record Recipe
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Families } },
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
    };

    private const string Kind = "a recipe (JSON)";

    private const string Family = "family";

    /// <summary>Name of the model that comes out; letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence for the model's card.</summary>
    public required string Description { get; init; }

    /// <summary>Licence of the weights that come out, for the model's card.</summary>
    public required string Licence { get; init; }

    /// <summary>The network's sizes; <c>family</c> says of which family, iizuka by default or resnet18.</summary>
    public required INetworkSizes Network { get; init; }

    /// <summary>The pictures.</summary>
    public required DataRecipe Data { get; init; }

    /// <summary>Crop sizes and batches, one stage after the other.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>How weights follow gradients.</summary>
    public required OptimizerRecipe Optimizer { get; init; }

    /// <summary>How colours are compared; the paper's mean squared error by default.</summary>
    public LossRecipe Loss { get; init; } = new();

    /// <summary>How old the training pictures are made to look; null leaves them as they are.</summary>
    public AgeingRecipe? Ageing { get; init; }

    /// <summary>How the shape of the training pictures changes; null only scales, cuts and mirrors them.</summary>
    public ShapeRecipe? Shape { get; init; }

    /// <summary>
    /// Whether the global part sees the whole picture beside each crop, squashed to a square, as it does when photos
    /// are coloured; false, the default, shows it the crop. Only in the family resnet18.
    /// </summary>
    public bool WholeGlobalCopy { get; init; }

    /// <summary>
    /// Share of the pictures that are learned with their true palette given, 0..1; 0 by default. Only in the family
    /// resnet18.
    /// </summary>
    public double PaletteShare { get; init; }

    /// <summary>
    /// Terms beside the colour loss that make colours believable; null trains without. Only in the family resnet18.
    /// </summary>
    public AdversarialRecipe? Adversarial { get; init; }

    /// <summary>
    /// Share of the run, 0..1, after which batch normalisation keeps what it takes for normal, so that training ends in
    /// the network that is shipped; null never stops it.
    /// </summary>
    public double? NormsRestFrom { get; init; }

    /// <summary>
    /// What the average of the weights keeps of itself at each step, 0..1 (0.999, say); null trains without. The
    /// average is what is validated and exported.
    /// </summary>
    public double? Averaging { get; init; }

    /// <summary>
    /// Temperature of the annealed mean over colour bins in the model that comes out, above 0; 1 by default.
    /// </summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Weight α of the scene loss beside the colour loss, 0 or more; 1/300 in the paper.</summary>
    public double Alpha { get; init; } = 1.0 / 300;

    /// <summary>
    /// Whether features are computed in bfloat16 during training, for processors that are fast at it; false by default.
    /// </summary>
    public bool BFloat16 { get; init; }

    /// <summary>Seed of the first weights and of every random choice in the data.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Checkpoint, or folder of an exported model, whose weights the run begins with; null begins with random weights.
    /// A network may have layers and inputs that a model lacks.
    /// </summary>
    public string? StartFrom { get; init; }

    /// <summary>
    /// Parts of the network that <see cref="StartFrom"/> gives, such as lowLevel or fusion; the others begin with
    /// random weights. Null takes all.
    /// </summary>
    public IReadOnlyList<string>? StartParts { get; init; }

    /// <summary>Pictures between two lines in the log.</summary>
    public int ReportEvery { get; init; } = 2048;

    /// <summary>Pictures between two validations.</summary>
    public int ValidateEvery { get; init; } = 50_000;

    /// <summary>Pictures of each validation; the last one of a run takes all.</summary>
    public int ValidationPictures { get; init; } = 300;

    /// <summary>Minutes between two checkpoints.</summary>
    public double CheckpointMinutes { get; init; } = 5;

    /// <summary>Pictures of the whole run.</summary>
    [JsonIgnore]
    public long Pictures => Stages.Sum(stage => stage.Pictures);

    /// <summary>Reads a recipe file, with single values replaced.</summary>
    /// <param name="path">JSON file.</param>
    /// <param name="overrides">
    /// Values such as <c>optimizer.learningRate=0.001</c> or <c>stages.0.batch=32</c>; the value is JSON, or else a
    /// string.
    /// </param>
    /// <exception cref="RecipeException">The file or an override is not what a recipe expects.</exception>
    public static Recipe Load(string path, params IReadOnlyList<string> overrides)
    {
        if (!File.Exists(path)) throw new RecipeException(path, Kind, "no file");
        var json = File.ReadAllText(path);
        if (overrides.Count == 0) return Parse(json, path).Checked(path);
        _ = Parse(json, path);
        var node = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions
        {
            CommentHandling = JsonCommentHandling.Skip
        })!;
        foreach (var text in overrides) RecipeOverride.Parse(text).ApplyTo(node);
        return Parse(node.ToJsonString(), "--set").Checked(path);
    }

    /// <summary>Reads a recipe from JSON text.</summary>
    /// <param name="json">The text; comments are passed over.</param>
    /// <param name="path">Where the text is from, for messages.</param>
    /// <exception cref="RecipeException">
    /// It is no JSON, a key is unknown or lacking, or a value is not of its key's kind.
    /// </exception>
    public static Recipe Parse(string json, string path = "recipe") =>
        JsonText.Read<Recipe>(Encoding.UTF8.GetBytes(json), Kind, Json,
            (expected, found, cause) => new RecipeException(path, expected, found, cause), WithFamily);

    /// <summary>
    /// The stage of the picture after <paramref name="seen"/> pictures; the last stage goes on past the end.
    /// </summary>
    public Stage StageAt(long seen)
    {
        foreach (var stage in Stages)
        {
            if (seen < stage.Pictures) return stage;
            seen -= stage.Pictures;
        }
        return Stages[^1];
    }

    /// <summary>The whole recipe as JSON, defaults included.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The key <c>family</c> of the network says which record holds its sizes.</summary>
    private static void Families(JsonTypeInfo type)
    {
        if (type.Type != typeof(INetworkSizes)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = Family,
            DerivedTypes = { new JsonDerivedType(typeof(NetworkSizes), "iizuka"),
                new JsonDerivedType(typeof(ResNetSizes), "resnet18") },
        };
    }

    /// <summary>
    /// Recipes of before there were families say none: they mean the paper's. The lines stay where they are.
    /// </summary>
    private static byte[] WithFamily(byte[] text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read() && !(reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName
            && reader.ValueTextEquals("network"))) ;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return text;
        var start = (int)reader.BytesConsumed;
        using var network = JsonDocument.ParseValue(ref reader);
        if (network.RootElement.TryGetProperty(Family, out _)) return text;
        return [.. text[..start], .. Encoding.UTF8
            .GetBytes($"\"{Family}\": \"iizuka\"{(network.RootElement.EnumerateObject().Any() ? "," : "")}"),
            .. text[start..]];
    }

    internal Recipe Checked(string path)
    {
        new RecipeCheck(this, path).Run();
        return this;
    }
}
