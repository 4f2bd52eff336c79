using System.Numerics;

namespace Colorist;

/// <summary>One pixel of a stroke: its place and its real a* (X) and b* (Y).</summary>
internal readonly record struct HintPoint(int X, int Y, Vector2 Chroma);
