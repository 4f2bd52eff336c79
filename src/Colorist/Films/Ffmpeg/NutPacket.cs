namespace Colorist;

/// <summary>One frame of a NUT stream, raw or encoded.</summary>
/// <param name="Time">When it is shown, in steps of the stream's time base.</param>
/// <param name="IsKey">Whether it can be decoded without others.</param>
/// <param name="Data">Its bytes.</param>
internal readonly record struct NutPacket(long Time, bool IsKey, byte[] Data);
