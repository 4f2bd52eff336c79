namespace Colorist;

/// <summary>The scenes of two merged models as one.</summary>
/// <param name="merge">Disposed by its model, not here.</param>
internal sealed class MergedScene(MergedNetwork merge) : ISceneNetwork
{
    public Scene Describe(LightnessPlane lightness) => merge.Describe(lightness);

    public void Dispose()
    {
    }
}
