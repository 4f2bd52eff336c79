using System.Diagnostics;

namespace Colorist.Hostile;

/// <summary>A file system in memory that is soon full.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <returns>Null where none can be mounted.</returns>
    public static SmallDisk? Mount(string path, long bytes)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") return null;
        Directory.CreateDirectory(path);
        return Run("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={bytes}"), "colorist-hostile", path)
            ? new SmallDisk(path)
            : null;
    }

    public void Dispose() => Run("umount", "-l", Path);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
