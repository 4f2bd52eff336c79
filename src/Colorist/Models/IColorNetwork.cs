namespace Colorist;

/// <summary>
/// Predicts the colours of a picture. May be used by several threads at once; its <see cref="Model"/> disposes it.
/// </summary>
public interface IColorNetwork : IDisposable
{
    /// <summary>Which planes it takes, and how large its colours are.</summary>
    NetworkShape Shape { get; }

    /// <summary>Whether it may see a large picture in tiles; false where it must see a whole one.</summary>
    bool TakesTiles { get; }

    /// <summary>Predicts the colours of a plane, smaller than it by <see cref="NetworkShape.ChromaDivides"/>.</summary>
    /// <param name="lightness">Both sides as <see cref="Shape"/> says.</param>
    /// <param name="scene">
    /// This picture's scene or another's, from this model; null exactly if the model has no global features.
    /// </param>
    /// <returns>Real a*b*.</returns>
    /// <exception cref="ArgumentException">
    /// The network does not take a side, or the scene does not belong to this model.
    /// </exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    ChromaPlanes Predict(LightnessPlane lightness, Scene? scene);
}
