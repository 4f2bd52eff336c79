using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>
/// Keeps ONNX Runtime from collecting and sending what its maker wants to know: by default it writes a device number
/// and a queue of events.
/// </summary>
internal static partial class Telemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY"; // read when the native library is loaded

    /// <summary>
    /// Switches it off for this process, before the native library is loaded; its own call for that comes after a first
    /// event.
    /// </summary>
    /// <remarks>
    /// Before anything else of this library, so before libvips and ONNX Runtime start on threads of their own: C's
    /// <c>setenv</c> may move what another thread's <c>getenv</c> reads, which ends the process.
    /// </remarks>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Only here no other thread reads the environment for us.")]
    internal static void SwitchOff()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        if (!OperatingSystem.IsWindows()) _ = SetVariable(Variable, "1", overwrite: 1);
    }

    // .NET's own Environment.SetEnvironmentVariable does not reach native code on Unix.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
