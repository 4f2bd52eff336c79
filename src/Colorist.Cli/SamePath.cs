namespace Colorist.Cli;

/// <summary>Compares paths as the system's files do, links followed.</summary>
internal static class SamePath
{
    /// <summary>Compares what <see cref="Real"/> gives.</summary>
    public static StringComparer Comparer { get; } = OperatingSystem.IsLinux()
        ? StringComparer.Ordinal
        : StringComparer.OrdinalIgnoreCase;

    public static bool Is(string path, string other) => Comparer.Equals(Real(path), Real(other));

    /// <summary>The path from the root, no part of it a link.</summary>
    public static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } folder) return full;
        var here = Path.Combine(Real(folder), Path.GetFileName(full));
        var target = Path.Exists(here) ? File.ResolveLinkTarget(here, returnFinalTarget: true) : null;
        return target?.FullName ?? here;
    }
}
