namespace Colorist;

/// <summary>The clearest frame of a shot, in a file.</summary>
/// <param name="Path">A picture in grey, <see cref="Film.ShownWidth"/>×<see cref="Film.ShownHeight"/> pixels.</param>
/// <param name="Frame">Its number, counted from 0.</param>
/// <param name="Time">When it is shown, from the beginning of the film.</param>
/// <param name="From">When the shot's first frame is shown.</param>
/// <param name="To">When the next shot begins, or the film ends.</param>
public sealed record ShotStill(string Path, long Frame, TimeSpan Time, TimeSpan From, TimeSpan To);
