namespace Colorist;

/// <summary>A frame with its colours.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Chroma">Its colours, at half the render size.</param>
/// <param name="Half">Its lightness at that size.</param>
/// <param name="ShotStart">Number of the first frame of its shot.</param>
/// <param name="Shares">
/// How much each place is of the part that the look is for, 0..1, at that size; null for wholly.
/// </param>
internal sealed record ColoredFrame(
    LumaFrame Frame, ChromaPlanes Chroma, LightnessPlane Half, long ShotStart, float[]? Shares);
