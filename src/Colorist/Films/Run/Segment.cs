namespace Colorist;

/// <summary>A finished part of a film's result.</summary>
/// <param name="File">Name of its file of encoded video.</param>
/// <param name="Times">When each of its frames is shown, in steps of the film's time base.</param>
/// <param name="Shot">
/// Number of the first frame of the shot that the next frame belongs to: there the colouring can begin again.
/// </param>
internal sealed record Segment(string File, IReadOnlyList<long> Times, long Shot);
