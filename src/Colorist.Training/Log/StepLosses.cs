using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>What one step came to, still where it was computed.</summary>
/// <param name="Color">Colour loss.</param>
/// <param name="Scene">Cross-entropy of the scene label; null in the baseline.</param>
/// <param name="Perceptual">Perceptual term; null in a run without.</param>
/// <param name="Critic">The critic's own loss; null in a run without.</param>
internal sealed record StepLosses(
    Tensor Color, Tensor? Scene = null, Tensor? Perceptual = null, Tensor? Critic = null) : IDisposable
{
    /// <summary>Values that outlive the step, without its gradients.</summary>
    public StepLosses Kept()
    {
        static Tensor? Keep(Tensor? loss) => loss?.detach().DetachFromDisposeScope();
        return new StepLosses(Keep(Color)!, Keep(Scene), Keep(Perceptual), Keep(Critic));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Color.Dispose();
        Scene?.Dispose();
        Perceptual?.Dispose();
        Critic?.Dispose();
    }
}
