namespace Colorist;

/// <summary>What the first byte of a frame stands for, by the table in the file's header.</summary>
/// <param name="Flags">Which fields follow.</param>
/// <param name="SizeFactor">The size is this times the coded size, plus <paramref name="SizeRest"/>.</param>
/// <param name="SizeRest">See there.</param>
/// <param name="TimeStep">From the frame before, unless the time is coded.</param>
/// <param name="Reserved">Numbers to skip.</param>
/// <param name="Header">Which of the file's common beginnings is left out of the frame.</param>
internal readonly record struct NutFrameCode(
    long Flags, long SizeFactor, long SizeRest, long TimeStep, long Reserved, int Header);
