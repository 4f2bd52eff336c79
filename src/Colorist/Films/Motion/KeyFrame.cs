namespace Colorist;

/// <summary>
/// A frame that the network has seen, with the colours it ended up with; height×width planes at half the render size.
/// </summary>
/// <param name="Motion">For finding its things in other frames.</param>
/// <param name="A">Real a*.</param>
/// <param name="B">Real b*.</param>
/// <param name="Age">How many looks of the network each colour rests on.</param>
/// <param name="Shares">How much each place is of the part that the look is for, 0..1; null for wholly.</param>
internal sealed record KeyFrame(Motion Motion, float[] A, float[] B, float[] Age, float[]? Shares);
