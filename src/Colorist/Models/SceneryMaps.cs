namespace Colorist;

/// <summary>What the local network sees in a picture before a scene has a say.</summary>
/// <param name="Width">Columns of the picture.</param>
/// <param name="Height">Rows of the picture.</param>
/// <param name="Values">The maps in the order of the network, channel by channel.</param>
internal sealed record SceneryMaps(int Width, int Height, float[][] Values);
