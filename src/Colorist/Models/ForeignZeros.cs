namespace Colorist;

/// <summary>
/// An input of a network of another project that is given zeros: colours hinted at by a user, of which there are none.
/// </summary>
/// <param name="Name">The tensor's name in the graph.</param>
/// <param name="Channels">1..16; the sides are those of the picture.</param>
public sealed record ForeignZeros(string Name, int Channels);
