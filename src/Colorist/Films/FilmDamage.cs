namespace Colorist;

/// <summary>A place where a film is broken.</summary>
/// <param name="Near">The time of the last frame that was decoded before it.</param>
/// <param name="Message">What ffmpeg said.</param>
public sealed record FilmDamage(TimeSpan Near, string Message);
