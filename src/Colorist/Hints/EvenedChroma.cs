namespace Colorist;

/// <summary>
/// Evens colours out among neighbours of like lightness: where a network wavers between hues from one fold of a coat to
/// the next, the coat gets their mean; what is set off by its lightness keeps its own.
/// </summary>
internal static class EvenedChroma
{
    private const float LinksAhead = 3; // of each point, where all is alike: straight on and two aslant

    /// <summary>Finds even colours.</summary>
    /// <param name="lightness">What the colours were predicted from, any size.</param>
    /// <param name="chroma">Real a* and b*, small.</param>
    /// <param name="reach">
    /// How far a colour reaches where all is alike, as a share of the picture's side, the root of its pixels; 0 for
    /// none.
    /// </param>
    /// <returns>As large as <paramref name="chroma"/>.</returns>
    public static ChromaPlanes Find(LightnessPlane lightness, ChromaPlanes chroma, float reach)
    {
        if (reach == 0) return chroma;
        var mass = new float[chroma.A.Length];
        Array.Fill(mass, LinksAhead / (reach * reach * mass.Length)); // a third is left √(links / mass) points away
        return ColorSpread.Solve(lightness.ResizeTo(chroma.Width, chroma.Height), chroma, mass);
    }
}
