using System.Text.Json;
using TorchSharp;

namespace Colorist.Training;

/// <summary>A network with the story of its training: what is written as a model.</summary>
/// <param name="Network">Any mode.</param>
/// <param name="Recipe">What it learned.</param>
/// <param name="State">How far.</param>
internal sealed record TrainedNetwork(ColorNetwork Network, Recipe Recipe, TrainingState State) : IDisposable
{
    /// <summary>
    /// The render side at which the shipped model scores best on photographs of 1905 to 1915: see
    /// docs/record/results.md.
    /// </summary>
    public const int DefaultRenderSide = 384;

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="checkpoint">Checkpoint.zip of a run.</param>
    /// <param name="temperature">Of the annealed mean over colour bins; null for the recipe's.</param>
    /// <exception cref="CheckpointException">The file is missing or damaged.</exception>
    public static TrainedNetwork Load(string checkpoint, double? temperature = null)
    {
        var recipe = Checkpoint.LoadRecipe(checkpoint);
        if (temperature is <= 0) throw new ArgumentException($"expected a temperature above 0, found {temperature}");
        var network = ColorNetwork.ForSizes(recipe.Network);
        var state = Checkpoint.LoadWeights(checkpoint, network);
        return new TrainedNetwork(network, recipe with { Temperature = temperature ?? recipe.Temperature }, state);
    }

    /// <summary>
    /// Mixes the weights of another checkpoint in, of a network of the same sizes that learned from this one or from
    /// the same beginning: what both learned stays, and where they differ the answer is between theirs (Wortsman and
    /// others 2022, arXiv:2203.05482).
    /// </summary>
    /// <param name="checkpoint">The other one.</param>
    /// <param name="share">Of the other one, 0..1.</param>
    /// <exception cref="CheckpointException">The file is missing, damaged or of another network.</exception>
    /// <returns>The mixture; this network's weights are changed.</returns>
    public TrainedNetwork MixedWith(string checkpoint, double share)
    {
        using var other = ColorNetwork.ForSizes(Network.Sizes);
        Checkpoint.LoadWeights(checkpoint, other);
        using var noGradients = TorchSharp.torch.no_grad();
        Scalar kept = 1 - share, taken = share;
        foreach (var (own, added) in Network.state_dict().Values.Zip(other.state_dict().Values)) own.mul_(kept)
            .add_(added, taken);
        var description =
            $"{Recipe.Description} Weights mixed with a share of {share} of {Checkpoint.LoadRecipe(checkpoint).Name}.";
        return this with { Recipe = Recipe with { Description = description } };
    }

    /// <summary>Writes the model; one that is already there is replaced.</summary>
    /// <param name="folder">Where the model shall be.</param>
    /// <param name="labels">Scene names in label order.</param>
    /// <param name="globalSide">
    /// Side of the copies that the global branch sees, a multiple of 8; null for the side that it learned from last.
    /// </param>
    /// <param name="renderSide">Default render side for the card.</param>
    /// <param name="secondLookFrom">
    /// Render side from which on there is a second look, for the card; 0 for never.
    /// </param>
    /// <param name="calibration">
    /// Planes of real lightness on which the local network is calibrated for 8 bits; none for single precision only.
    /// </param>
    /// <returns>The card as written.</returns>
    public ModelCard Write(
        string folder, IReadOnlyList<string> labels, int? globalSide = null, int renderSide = DefaultRenderSide,
        int secondLookFrom = 0,
        params IReadOnlyList<LightnessPlane> calibration)
    {
        var card = new ModelCard
        {
            Name = Recipe.Name,
            Description = Recipe.Description,
            RenderSide = renderSide,
            SecondLookFrom = secondLookFrom,
            Labels = Network.Sizes.HasGlobal ? labels : [],
            Licence = Recipe.Licence,
            Data = Recipe.Data.Description,
            DataTerms = Recipe.Data.Terms,
            Recipe = JsonDocument.Parse(Recipe.ToJson()).RootElement,
            Commit = State.Commit,
            PicturesSeen = State.PicturesInAll,
            Created = DateTimeOffset.UtcNow,
        };
        if (Network is ColorizationNetwork paper) paper.Temperature = Recipe.Temperature;
        return ModelExport.Write(
            folder, Folding.Fold(Network, globalSide ?? Recipe.Stages[^1].Side), card, calibration: calibration);
    }

    /// <inheritdoc/>
    public void Dispose() => Network.Dispose();
}
