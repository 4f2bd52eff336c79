using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>What a run begins with: random weights, or those of a checkpoint, a model or a trunk.</summary>
/// <param name="recipe">Says which.</param>
/// <param name="network">Takes them.</param>
/// <param name="batches">Of the run: say what batch normalisation takes for normal when a model is read.</param>
/// <param name="device">Where the network is.</param>
internal sealed class StartingWeights(Recipe recipe, ColorNetwork network, BatchReader batches, Device device)
{
    private const int NormalPictures = 512;

    /// <summary>Gives the network its first weights.</summary>
    /// <returns>The pictures that they have seen.</returns>
    /// <exception cref="RecipeException">The start is not one for this network.</exception>
    public long Load()
    {
        if (recipe.StartFrom is not { } start) return 0;
        if (start.EndsWith(".onnx", StringComparison.Ordinal)) return LoadTrunk(start);
        if (!Directory.Exists(start)) return Checkpoint.LoadParts(start, network, recipe.StartParts).PicturesInAll;
        return LoadModel(start);
    }

    private long LoadModel(string folder)
    {
        if (recipe.StartParts is not null)
            throw new RecipeException(folder, "a checkpoint with startParts", "a folder");
        var (card, layers) = ModelWeights.Read(folder);
        var first = batches.From(DataPosition.Start).Take(1 + (NormalPictures - 1) / recipe.Stages[0].Batch)
            .TakeWhile(batch => batch.Side == recipe.Stages[0].Side).ToList();
        using var lightness = tensor(first.SelectMany(batch => batch.Lightness).ToArray(),
            [first.Sum(batch => batch.Count), 1, first[0].Side, first[0].Side], device: device);
        Unfolding.Unfold(folder, layers, network, lightness);
        return card.PicturesSeen;
    }

    /// <summary>Takes the trunk of a network that learned from ImageNet, whose pictures do not count here.</summary>
    private long LoadTrunk(string path)
    {
        if (network is not ResNetNetwork resNet)
            throw new RecipeException(path, "a checkpoint or a model for this family of networks", "an ONNX file");
        TrunkWeights.Load(path, resNet);
        return 0;
    }
}
