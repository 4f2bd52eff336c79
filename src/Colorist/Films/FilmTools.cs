using System.Diagnostics;

namespace Colorist;

/// <summary>The programs that films need, as they were found on the PATH.</summary>
/// <param name="Version">What ffmpeg calls itself, such as <c>ffmpeg version 5.1.6</c>.</param>
/// <param name="Encoders">Those encoders of <see cref="UsefulEncoders"/> that it has, by ffmpeg's names.</param>
public sealed record FilmTools(string Version, IReadOnlyList<string> Encoders)
{
    /// <summary>The encoders that this library knows the settings of; the first is the usual one.</summary>
    public static IReadOnlyList<string> UsefulEncoders { get; } = ["libx264", "libx265", "libvpx-vp9", "libaom-av1",
        "libsvtav1", "ffv1"];

    /// <summary>Asks <c>ffmpeg</c> and <c>ffprobe</c>.</summary>
    /// <exception cref="FilmException">One of them is not on the PATH.</exception>
    public static FilmTools Find()
    {
        using (var probe = Ffmpeg.Start("ffprobe", ["-version"])) Words(probe);
        using var process = Ffmpeg.Start("ffmpeg", ["-hide_banner", "-v", "error", "-encoders"]);
        var names = Words(process).Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns.Length > 1)
            .Select(columns => columns[1])
            .ToHashSet(StringComparer.Ordinal);
        var version = Ffmpeg.Version.Split(" Copyright")[0];
        return new FilmTools(version, [.. UsefulEncoders.Where(names.Contains)]);
    }

    private static string Words(Process process)
    {
        var words = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return words;
    }
}
