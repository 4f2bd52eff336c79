using System.Text.Json;
using Colorist.Inference;
using Colorist.Training.Networks;

namespace Colorist.Training.Export;

/// <summary>Writes a network in training, or a checkpoint of it, as a model with its card.</summary>
internal static class TrainedModel
{
    /// <summary>The render side at which the shipped model scores best on photographs of 1905 to 1915: see docs/results.md.</summary>
    public const int DefaultRenderSide = 384;

    /// <summary>
    /// Writes a model; one that is already there is replaced.
    /// </summary>
    /// <param name="folder">Where the model shall be.</param>
    /// <param name="network">Any mode; it stays as it is.</param>
    /// <param name="recipe">What it learned.</param>
    /// <param name="state">How far.</param>
    /// <param name="labels">Scene names in label order.</param>
    /// <param name="globalSide">Side of the copies that the global branch sees, a multiple of 8; null for the side that it learned from last.</param>
    /// <param name="renderSide">Default render side for the card.</param>
    /// <returns>The card as written.</returns>
    public static ModelCard Write(
        string folder, ColorizationNetwork network, Recipe recipe, TrainingState state, IReadOnlyList<string> labels,
        int? globalSide = null, int renderSide = DefaultRenderSide)
    {
        var card = new ModelCard
        {
            Name = recipe.Name,
            Description = recipe.Description,
            RenderSide = renderSide,
            Labels = network.Sizes.Global ? labels : [],
            Licence = recipe.Licence,
            Data = recipe.Data.Description,
            DataTerms = recipe.Data.Terms,
            Recipe = JsonDocument.Parse(recipe.ToJson()).RootElement,
            Commit = state.Commit,
            PicturesSeen = state.PicturesInAll,
            Created = DateTimeOffset.UtcNow,
        };
        network.Temperature = recipe.Temperature;
        return ModelExport.Write(folder, Folding.Fold(network, globalSide ?? recipe.Stages[^1].Side), card);
    }
}
