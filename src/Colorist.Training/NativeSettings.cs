using System.Runtime.InteropServices;

namespace Colorist.Training;

/// <summary>
/// Settings of the libraries below Torch, made before its first call. They do nothing where another C library or
/// another OpenMP is in use.
/// </summary>
internal static partial class NativeSettings
{
    private const int TrimThreshold = -1, MapThreshold = -3, MaxArenas = -8; // of malloc.h in glibc
    private const int MaxMapped = 32 << 20; // the most that glibc takes
    // turns; much fewer and they sleep between two operations as well (docs/record/experiments.md)
    private const string Spins = "30000";

    /// <summary>Keeps memory that Torch frees, and lets its threads rest sooner.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            KeepMemory();
            RestSooner();
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library.
        }
    }

    /// <summary>
    /// What Torch frees, the next step asks for again; else the system clears the same pages at every step.
    /// </summary>
    private static void KeepMemory()
    {
        _ = SetOption(MaxArenas, 1);
        _ = SetOption(MapThreshold, MaxMapped);
        _ = SetOption(TrimThreshold, int.MaxValue);
    }

    /// <summary>
    /// libgomp's threads wait busily for some milliseconds after a step, on the cores that decode the next pictures. A
    /// value that the user has set stays.
    /// </summary>
    private static void RestSooner() => _ = SetVariable("GOMP_SPINCOUNT", Spins, overwrite: 0);

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);

    // .NET's own Environment.SetEnvironmentVariable does not reach native code.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
