using System.Runtime.InteropServices;

namespace Colorist.Training;

/// <summary>Lets the C library keep what Torch frees, which the next step asks for again; else the system clears the same pages at every step.</summary>
internal static partial class KeptMemory
{
    private const int TrimThreshold = -1, MapThreshold = -3, MostArenas = -8; // of malloc.h in glibc
    private const int MostMapped = 32 << 20; // the most that glibc takes

    /// <summary>Does nothing where the C library is not glibc.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = SetOption(MostArenas, 1);
            _ = SetOption(MapThreshold, MostMapped);
            _ = SetOption(TrimThreshold, int.MaxValue);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
