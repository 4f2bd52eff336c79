using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>A network that colours pictures and tells their scenes, of whichever family.</summary>
/// <param name="name">For Torch.</param>
public abstract class ColorNetwork(string name) : Module<Tensor, (Tensor Output, Tensor? SceneLogits)>(name)
{
    /// <summary>
    /// The sizes that it was made with. A family's own type here would be a second property of this name, over which
    /// TorchSharp 0.107 stumbles when it moves a network to another device.
    /// </summary>
    public abstract INetworkSizes Sizes { get; }

    /// <summary>
    /// The type of number in which features are computed; weights and outputs stay in single precision.
    /// </summary>
    public ScalarType Arithmetic { get; set; } = ScalarType.Float32;

    /// <summary>A network with fresh random weights, drawn from Torch's generator.</summary>
    /// <param name="sizes">Of one of the families.</param>
    public static ColorNetwork ForSizes(INetworkSizes sizes) => sizes switch
    {
        NetworkSizes paper => new ColorizationNetwork(paper),
        ResNetSizes resNet => new ResNetNetwork(resNet),
        _ => throw new ArgumentException("expected a network of a known family", nameof(sizes)),
    };

    /// <summary>Draws all weights anew.</summary>
    /// <param name="seed">The same seed gives the same weights.</param>
    public virtual void Draw(int seed) => FreshWeights.Draw(this, seed);

    /// <summary>Colours the pictures of a training step as the network shall learn it.</summary>
    /// <returns>What <see cref="Module{T1, TResult}.forward"/> returns.</returns>
    public virtual (Tensor Output, Tensor? SceneLogits) Learn(TrainingPictures pictures) =>
        forward(pictures.Lightness);

    /// <summary>Whether a weight belongs to a trunk that may have learned before.</summary>
    /// <param name="name">Of the weight.</param>
    public virtual bool IsPretrained(string name) => false;

    /// <summary>Lets batch normalisation keep what it takes for normal from now on.</summary>
    public void RestNorms()
    {
        foreach (var norm in modules().OfType<BatchNorm>()) norm.eval();
    }

    /// <summary>The colour that the last layer's words amount to.</summary>
    /// <param name="output">Of <see cref="Module{T1, TResult}.forward"/>.</param>
    /// <returns>N×2×h×w, real a*b*.</returns>
    public virtual Tensor Chroma(Tensor output) => output;

    /// <summary>Colours pictures of any size, with the scene that <see cref="Describe"/> found in a copy.</summary>
    /// <param name="lightness">N×1×H×W, L* 0..100; H and W are multiples of what the family divides sides by.</param>
    /// <param name="scene">N×256, or null in a baseline.</param>
    /// <returns>N×2×H/2×W/2, real a*b*.</returns>
    public abstract Tensor Predict(Tensor lightness, Tensor? scene);

    /// <summary>Finds the scene of square copies.</summary>
    /// <param name="lightness">
    /// N×1×S×S, L* 0..100, S = <see cref="INetworkSizes.GlobalSide"/>, or another that the family takes.
    /// </param>
    /// <returns>The scene vector, N×256, and the scene logits, N×classes.</returns>
    /// <exception cref="InvalidOperationException">A baseline has no global features.</exception>
    public abstract (Tensor Scene, Tensor SceneLogits) Describe(Tensor lightness);

    private protected static InvalidOperationException Baseline() =>
        new("This network was made without global features.");
}
