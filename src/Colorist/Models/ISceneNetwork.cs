namespace Colorist;

/// <summary>
/// Finds what kind of picture this is. May be used by several threads at once; its <see cref="Model"/> disposes it.
/// </summary>
public interface ISceneNetwork : IDisposable
{
    /// <summary>Describes a picture.</summary>
    /// <param name="lightness">Any size.</param>
    /// <returns>
    /// The scene: a vector of the model card's <c>globalFeatures</c> and the probabilities of its labels.
    /// </returns>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    Scene Describe(LightnessPlane lightness);
}
