namespace Colorist.Modelling;

/// <summary>A network as graphs, scaling inside: L* in, scene out; L* and scene in, real a*b* out.</summary>
internal interface INetworkGraphs
{
    /// <summary>The local graph.</summary>
    /// <param name="eightBits">What is computed in 8 bits; null for nothing.</param>
    GraphBuilder Local(EightBits? eightBits = null);

    /// <summary>The graphs beside it, by the name of their file.</summary>
    IReadOnlyDictionary<string, GraphBuilder> Others();

    /// <summary>
    /// The local graph in two parts, by the name of their file, for several scenes of one picture: what no scene has a
    /// say in, and the rest. None in a family without palettes.
    /// </summary>
    /// <param name="eightBits">What is computed in 8 bits; null for nothing.</param>
    IReadOnlyDictionary<string, GraphBuilder> Parts(EightBits? eightBits = null) =>
        new Dictionary<string, GraphBuilder>();

    /// <summary>The graphs of a network.</summary>
    /// <param name="sizes">Of one of the families.</param>
    /// <param name="weights">The file that its weights are in.</param>
    static INetworkGraphs For(INetworkSizes sizes, WeightsFile weights) => sizes switch
    {
        NetworkSizes paper => new NetworkGraphs(paper, weights),
        ResNetSizes resNet => new ResNetGraphs(resNet, weights),
        _ => throw new ArgumentException($"expected a network of a family with graphs, found {sizes.Family}"),
    };
}
