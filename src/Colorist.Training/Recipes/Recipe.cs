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
        void Expect(bool condition, string expected, object found)
        {
            if (!condition) throw new RecipeException(path, expected, $"{found}");
        }

        void ExpectCrop(string key, CropRecipe crop)
        {
            Expect(crop.Batch > 1, $"{key}.batch of at least 2 (batch normalisation)", crop.Batch);
            Expect(crop.Side > 0 && crop.Side % Network.Shape.Divides == 0,
                $"{key}.side to be a multiple of {Network.Shape.Divides}", crop.Side);
            Expect(crop.Scale >= crop.Side, $"{key}.scale of at least the side {crop.Side}", crop.Scale);
            Expect(crop.LargestScale is null || crop.LargestScale >= crop.Scale,
                $"{key}.largestScale of at least the scale {crop.Scale}", crop.LargestScale ?? 0);
        }

        Expect(Stages.Count > 0, "at least one stage", Stages.Count);
        foreach (var stage in Stages)
        {
            Expect(stage.Pictures > 0, "stages.pictures of at least 1", stage.Pictures);
            ExpectCrop("stages", stage);
            if (stage.Larger is not { } larger) continue;
            ExpectCrop("stages.larger", larger);
            Expect(larger.Share is > 0 and < 1, "stages.larger.share between 0 and 1", larger.Share);
            Expect(Data.Larger is not null, "data.larger, as stages.larger needs it", "none");
        }
        Expect(Network.GlobalSide > 0
            && Network.GlobalSide % 8 == 0, "network.globalSide to be a multiple of 8", Network.GlobalSide);
        Expect(Network.Width is >= 1.0 / 16 and <= 1, "network.width from 1/16 to 1", Network.Width);
        var paper = Network as NetworkSizes;
        Expect(paper?.FusionKernel is null or 1 or 3, "network.fusionKernel of 1 or 3", paper?.FusionKernel ?? 0);
        var bins = paper?.Output == ColorOutput.Bins;
        Expect(
            bins == (Loss.Kind == ColorLossKind.CrossEntropy),
            "loss.kind crossEntropy with network.output bins, and only there",
            $"{Loss.Kind} with {paper?.Output ?? ColorOutput.Sigmoid}");
        Expect(Loss.Roundness > 0, "loss.roundness above 0", Loss.Roundness);
        Expect(Loss.ChromaWeight >= 0, "loss.chromaWeight of 0 or more", Loss.ChromaWeight);
        Expect(Loss.Paleness >= 0, "loss.paleness of 0 or more", Loss.Paleness);
        Expect(Averaging is null or (> 0 and < 1), "averaging between 0 and 1", Averaging ?? 0);
        Expect(Temperature > 0, "temperature above 0", Temperature);
        Expect(Alpha >= 0, "alpha of 0 or more", Alpha);
        Expect(Optimizer.LearningRate > 0, "optimizer.learningRate above 0", Optimizer.LearningRate);
        Expect(Optimizer.SquareDecay is > 0 and < 1, "optimizer.squareDecay between 0 and 1", Optimizer.SquareDecay);
        Expect(Optimizer.TrunkRate > 0, "optimizer.trunkRate above 0", Optimizer.TrunkRate);
        Expect(Optimizer.MaxGradientNorm is null or > 0,
            "optimizer.maxGradientNorm above 0", Optimizer.MaxGradientNorm ?? 0);
        Expect(PaletteShare is >= 0 and <= 1, "paletteShare of 0 to 1", PaletteShare);
        Expect(NormsRestFrom is null or (>= 0 and <= 1), "normsRestFrom of 0 to 1", NormsRestFrom ?? 0);
        Expect(Shape is null or { Aspect: >= 0 and < 1, Turn: >= 0 and <= 45, TurnShare: >= 0 and <= 1 },
            "shape.aspect of 0 to 1, shape.turn of 0 to 45 and shape.turnShare of 0 to 1", Shape ?? new());
        Expect(Adversarial is null or { Perceptual: >= 0, Adversarial: >= 0, CriticRate: > 0 },
            "adversarial.perceptual and adversarial.adversarial of 0 or more and adversarial.criticRate above 0",
            $"{Adversarial}");
        var plain = !WholeGlobalCopy && PaletteShare == 0 && Adversarial is null && Optimizer.TrunkRate == 1;
        Expect(plain || Network is ResNetSizes,
            "network.family resnet18 with wholeGlobalCopy, paletteShare, adversarial or optimizer.trunkRate", "iizuka");
        Expect(PaletteShare == 0 || Network is ResNetSizes { Global: true },
            "network.global with paletteShare", "a baseline");
        Expect(ReportEvery > 0 && ValidateEvery > 0 && ValidationPictures > 0
            && CheckpointMinutes > 0, "intervals above 0", "0 or less");
        return this;
    }
}
