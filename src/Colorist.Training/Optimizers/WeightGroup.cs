using TorchSharp.Modules;

namespace Colorist.Training;

/// <summary>Weights that an optimizer moves alike.</summary>
/// <param name="Weights">The weights.</param>
/// <param name="Rate">Their learning rate as a share of the step's.</param>
/// <param name="Decays">Whether weight decay takes them.</param>
internal sealed record WeightGroup(IReadOnlyList<Parameter> Weights, double Rate = 1, bool Decays = true)
{
    /// <summary>The weights of a network, by how a recipe lets them be moved.</summary>
    /// <param name="network">In training.</param>
    /// <param name="recipe">Says which rate a pretrained trunk has, and whether biases decay.</param>
    public static IReadOnlyList<WeightGroup> Of(ColorNetwork network, OptimizerRecipe recipe) =>
    [
        .. network.named_parameters()
            .GroupBy(weight => (
                Rate: network.IsPretrained(weight.name) ? recipe.TrunkRate : 1,
                Decays: recipe.DecaysVectors || weight.parameter.dim() > 1))
            .Select(group =>
                new WeightGroup([.. group.Select(weight => weight.parameter)], group.Key.Rate, group.Key.Decays)),
    ];
}
