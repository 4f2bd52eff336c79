namespace Colorist;

/// <summary>A frame and its place among the shots.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="BeginsShot">Whether a new shot begins with it.</param>
/// <param name="IsFlash">Whether it interrupts its shot: a flash, a splice, a frame of dirt.</param>
internal readonly record struct ShotFrame(LumaFrame Frame, bool BeginsShot, bool IsFlash);
