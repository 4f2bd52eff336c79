using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>
/// The colour loss with two terms beside it: how alike made and true picture look to a frozen trunk (Johnson, Alahi and
/// Fei-Fei 2016), and how far a critic, which learns along, takes the made one for true (hinge loss, Lim and Ye 2017).
/// </summary>
internal sealed class BelievableLoss : IDisposable
{
    private const double NormKept = 0.98; // of a running norm at each step

    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar Zero = 0;
    private static readonly Scalar One = 1;
    private static readonly Scalar Kept = NormKept;
    private static readonly Scalar Taken = 1 - NormKept;
    private static readonly Scalar Tiny = 1e-12; // under a division

    private readonly AdversarialRecipe recipe;
    private readonly ScalarType arithmetic;
    private readonly ColorTrunk trunk;
    private readonly Critic critic;
    private readonly AdamW optimizer;
    private readonly Tensor norms; // of the three gradients: colour, perceptual, adversarial
    private readonly Scalar perceptualWeight;
    private readonly Scalar adversarialWeight;

    /// <param name="recipe">Weights of the terms and the critic's rate.</param>
    /// <param name="trunk">In colour; disposed with this.</param>
    /// <param name="sizes">Of the trunk.</param>
    /// <param name="arithmetic">The type of number in which trunk and critic compute.</param>
    /// <param name="device">Where they do.</param>
    public BelievableLoss(
        AdversarialRecipe recipe, ColorTrunk trunk, ResNetSizes sizes, ScalarType arithmetic, Device device)
    {
        (this.recipe, this.arithmetic, this.trunk) = (recipe, arithmetic, trunk);
        trunk.to(device);
        critic = new Critic(sizes);
        critic.to(device);
        optimizer = new AdamW([new WeightGroup([.. critic.parameters()])],
            weightDecay: 0, meanDecay: 0, squareDecay: 0.99);
        norms = zeros(3, device: device).DetachFromDisposeScope();
        (perceptualWeight, adversarialWeight) = (recipe.Perceptual, recipe.Adversarial);
    }

    /// <summary>Lets the critic learn from a batch, then says what the network shall learn from both.</summary>
    /// <param name="output">N×2×S/2×S/2, real a*b*, of the network.</param>
    /// <param name="pictures">The same pictures' true colours and lightness.</param>
    /// <param name="colorLoss">Of an output; its gradient sets the length of the others.</param>
    /// <returns>
    /// A number whose gradient at the output is the sum of the three; and, for the log, what each came to.
    /// </returns>
    public (Tensor Loss, Tensor Color, Tensor Perceptual, Tensor Critic) Compute(
        Tensor output, TrainingPictures pictures, Func<Tensor, Tensor> colorLoss)
    {
        var lightness = pictures.TrueLightness ?? pictures.Lightness;
        var colors = output.detach();
        colors.requires_grad = true;
        var made = Picture(lightness, colors);                                              // N × 3 × S × S
        var madeMaps = trunk.forward(made);
        Tensor real;
        ResNetMaps realMaps;
        using (no_grad())
        {
            real = Picture(lightness, pictures.Chroma).clamp(Zero, One);
            realMaps = trunk.forward(real);
        }
        var criticLoss = Teach(real, realMaps, made.detach(), Detached(madeMaps));

        var color = colorLoss(colors);
        var perceptual = Differences(madeMaps, realMaps);
        var adversarial = critic.forward(made, madeMaps).Select(Mean).Aggregate((sum, map) => sum.add(map)).neg();
        var gradients = new[] { color, perceptual, adversarial }
            .Select(term => autograd.grad([term], [colors], retain_graph: true)[0].to(ScalarType.Float32)).ToArray();
        return (output.mul(Balanced(gradients)).sum(), color, perceptual, criticLoss);
    }

    /// <summary>Writes what the next step needs.</summary>
    public void Save(BinaryWriter writer)
    {
        critic.save(writer);
        optimizer.Save(writer);
        norms.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        using var noGradients = no_grad();
        critic.load(reader);
        optimizer.Load(reader);
        norms.Load(reader);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimizer.Dispose();
        critic.Dispose();
        trunk.Dispose();
        norms.Dispose();
    }

    private Tensor Picture(Tensor lightness, Tensor chroma) => LabColors.ToSrgb(lightness, chroma).to(arithmetic);

    /// <summary>One step of the critic.</summary>
    private Tensor Teach(Tensor real, ResNetMaps realMaps, Tensor made, ResNetMaps madeMaps)
    {
        optimizer.ZeroGradients();
        var loss = critic.forward(real, realMaps).Zip(critic.forward(made, madeMaps))
            .Select(pair => Mean(pair.First.neg().add(One).relu()).add(Mean(pair.Second.add(One).relu())))
            .Aggregate((sum, map) => sum.add(map));
        loss.backward();
        optimizer.Step(recipe.CriticRate);
        return loss.detach();
    }

    /// <summary>The sum of the three gradients, each brought to the length of the colour loss's and weighed.</summary>
    private Tensor Balanced(Tensor[] gradients)
    {
        using var noGradients = no_grad();
        var lengths = stack(gradients.Select(gradient => gradient.norm()));
        norms.copy_(optimizer.Steps == 1 ? lengths : norms.mul(Kept).add(lengths, Taken));
        var length = norms[0];
        Tensor Weighed(int term, Scalar weight) =>
            gradients[term].mul(length.div(norms[term].add(Tiny)).mul(weight));
        return gradients[0].add(Weighed(1, perceptualWeight)).add(Weighed(2, adversarialWeight));
    }

    /// <summary>Mean difference of each inner map, as a share of the true map's mean; their sum.</summary>
    private static Tensor Differences(ResNetMaps made, ResNetMaps real) =>
        InnerMaps(made).Zip(InnerMaps(real))
            .Select(pair => Mean(pair.First.sub(pair.Second).abs()).div(Mean(pair.Second.abs())))
            .Aggregate((sum, map) => sum.add(map));

    private static Tensor[] InnerMaps(ResNetMaps maps) => [maps.Quarter, maps.Eighth, maps.Sixteenth];

    private static ResNetMaps Detached(ResNetMaps maps) => new(
        maps.Half.detach(), maps.Quarter.detach(), maps.Eighth.detach(), maps.Sixteenth.detach(),
        maps.ThirtySecond.detach());

    private static Tensor Mean(Tensor map) => map.to(ScalarType.Float32).mean();
}
