namespace Colorist.Training;

/// <summary>Checks the values of a recipe, part by part.</summary>
/// <param name="recipe">The recipe.</param>
/// <param name="path">Where it is from, for messages.</param>
internal sealed class RecipeCheck(Recipe recipe, string path)
{
    private readonly INetworkSizes network = recipe.Network;

    /// <exception cref="RecipeException">A value is out of its range, or does not go with the others.</exception>
    public void Run()
    {
        Stages();
        Network();
        Loss();
        Optimizer();
        Family();
        Expect(recipe.ReportEvery > 0 && recipe.ValidateEvery > 0 && recipe.ValidationPictures > 0
            && recipe.CheckpointMinutes > 0, "intervals above 0", "0 or less");
    }

    private void Stages()
    {
        Expect(recipe.Stages.Count > 0, "at least one stage", recipe.Stages.Count);
        foreach (var stage in recipe.Stages)
        {
            Expect(stage.Pictures > 0, "stages.pictures of at least 1", stage.Pictures);
            Crop("stages", stage);
            if (stage.Larger is not { } larger) continue;
            Crop("stages.larger", larger);
            Expect(larger.Share is > 0 and < 1, "stages.larger.share between 0 and 1", larger.Share);
            Expect(recipe.Data.Larger is not null, "data.larger, as stages.larger needs it", "none");
        }

        Expect(recipe.Shape is null or { Aspect: >= 0 and < 1, Turn: >= 0 and <= 45, TurnShare: >= 0 and <= 1 },
            "shape.aspect of 0 to 1, shape.turn of 0 to 45 and shape.turnShare of 0 to 1", $"{recipe.Shape}");
    }

    private void Crop(string key, CropRecipe crop)
    {
        Expect(crop.Batch > 1, $"{key}.batch of at least 2 (batch normalisation)", crop.Batch);
        Expect(crop.Side > 0 && crop.Side % network.Shape.Divides == 0,
            $"{key}.side to be a multiple of {network.Shape.Divides}", crop.Side);
        Expect(crop.Scale >= crop.Side, $"{key}.scale of at least the side {crop.Side}", crop.Scale);
        Expect(crop.LargestScale is null || crop.LargestScale >= crop.Scale,
            $"{key}.largestScale of at least the scale {crop.Scale}", crop.LargestScale ?? 0);
    }

    private void Network()
    {
        Expect(network.GlobalSide > 0 && network.GlobalSide % 8 == 0,
            "network.globalSide to be a multiple of 8", network.GlobalSide);
        Expect(network.Width is >= 1.0 / 16 and <= 1, "network.width from 1/16 to 1", network.Width);
        var paper = network as NetworkSizes;
        Expect(paper?.FusionKernel is null or 1 or 3, "network.fusionKernel of 1 or 3", paper?.FusionKernel ?? 0);
        var bins = paper?.Output == ColorOutput.Bins;
        Expect(
            bins == (recipe.Loss.Kind == ColorLossKind.CrossEntropy),
            "loss.kind crossEntropy with network.output bins, and only there",
            $"{recipe.Loss.Kind} with {paper?.Output ?? ColorOutput.Sigmoid}");
    }

    private void Loss()
    {
        Expect(recipe.Loss.Roundness > 0, "loss.roundness above 0", recipe.Loss.Roundness);
        Expect(recipe.Loss.ChromaWeight >= 0, "loss.chromaWeight of 0 or more", recipe.Loss.ChromaWeight);
        Expect(recipe.Loss.Paleness >= 0, "loss.paleness of 0 or more", recipe.Loss.Paleness);
        Expect(recipe.Averaging is null or (> 0 and < 1), "averaging between 0 and 1", recipe.Averaging ?? 0);
        Expect(recipe.Temperature > 0, "temperature above 0", recipe.Temperature);
        Expect(recipe.Alpha >= 0, "alpha of 0 or more", recipe.Alpha);
        Expect(recipe.Adversarial is null or { Perceptual: >= 0, Adversarial: >= 0, CriticRate: > 0 },
            "adversarial.perceptual and adversarial.adversarial of 0 or more and adversarial.criticRate above 0",
            $"{recipe.Adversarial}");
    }

    private void Optimizer()
    {
        var optimizer = recipe.Optimizer;
        Expect(optimizer.LearningRate > 0, "optimizer.learningRate above 0", optimizer.LearningRate);
        Expect(optimizer.SquareDecay is > 0 and < 1, "optimizer.squareDecay between 0 and 1", optimizer.SquareDecay);
        Expect(optimizer.TrunkRate > 0, "optimizer.trunkRate above 0", optimizer.TrunkRate);
        Expect(optimizer.MaxGradientNorm is null or > 0,
            "optimizer.maxGradientNorm above 0", optimizer.MaxGradientNorm ?? 0);
        Expect(recipe.NormsRestFrom is null or (>= 0 and <= 1),
            "normsRestFrom of 0 to 1", recipe.NormsRestFrom ?? 0);
    }

    /// <summary>What only one family has.</summary>
    private void Family()
    {
        Expect(recipe.PaletteShare is >= 0 and <= 1, "paletteShare of 0 to 1", recipe.PaletteShare);
        var plain = !recipe.WholeGlobalCopy && recipe.PaletteShare == 0 && recipe.Adversarial is null
            && recipe.Optimizer.TrunkRate == 1;
        Expect(plain || network is ResNetSizes,
            "network.family resnet18 with wholeGlobalCopy, paletteShare, adversarial or optimizer.trunkRate", "iizuka");
        Expect(recipe.PaletteShare == 0 || network is ResNetSizes { Global: true },
            "network.global with paletteShare", "a baseline");
    }

    private void Expect(bool condition, string expected, object found)
    {
        if (!condition) throw new RecipeException(path, expected, $"{found}");
    }
}
