using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Colorist;

/// <summary>The programs <c>ffmpeg</c> and <c>ffprobe</c>, found on the PATH.</summary>
internal static partial class Ffmpeg
{
    private const string HowToGet =
        "apt install ffmpeg, brew install ffmpeg, winget install ffmpeg, or https://ffmpeg.org";

    private static readonly Lazy<(string Text, Version Number)> Found = new(FindVersion);

    /// <summary>What <c>ffmpeg -version</c> calls itself.</summary>
    /// <exception cref="FilmException">There is no ffmpeg on the PATH.</exception>
    public static string Version => Found.Value.Text;

    /// <summary>
    /// Whether ffmpeg is at least of a version; builds that are named by date or commit count as new.
    /// </summary>
    public static bool IsAtLeast(int major, int minor) => Found.Value.Number >= new Version(major, minor);

    /// <summary>The option that lets each frame through with its own time, whatever the frame rate.</summary>
    public static string[] EveryFrame => IsAtLeast(5, 1) ? ["-fps_mode", "passthrough"] : ["-vsync", "passthrough"];

    /// <summary>A path as the programs take it whatever letters it begins with or contains.</summary>
    public static string Url(string path) => "file:" + Path.GetFullPath(path);

    /// <summary>For the programs: a film to read, and nothing else, whatever it says.</summary>
    /// <param name="path">The film.</param>
    public static string[] Input(string path) =>
        ["-protocol_whitelist", "file", "-format_whitelist", FilmFormats.For(path), "-i", Url(path)];

    /// <summary>Whether a program refused a file because <see cref="FilmFormats"/> or a protocol forbids it.</summary>
    public static bool IsRefusal(string words) =>
        words.Contains("not on whitelist", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last line of what a program said, which as a rule says why it failed.</summary>
    public static string LastLine(string words) =>
        words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last]
            ? last
            : "an error without a word";

    /// <summary>Starts a program of the two; its errors can be read, its input and output are pipes.</summary>
    /// <exception cref="FilmException">It is not on the PATH.</exception>
    public static Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception exception)
        {
            throw new FilmException(
                program, $"the program {program} on the PATH ({HowToGet})", exception.Message, exception);
        }
    }

    private static (string Text, Version Number) FindVersion()
    {
        using var process = Start("ffmpeg", ["-version"]);
        var line = process.StandardOutput.ReadLine() ?? "";
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var number = VersionNumber().Match(line);
        return (line, number.Success
            ? new Version(int.Parse(number.Groups[1].ValueSpan), int.Parse(number.Groups[2].ValueSpan))
            : new Version(99, 0));
    }

    [GeneratedRegex(@"^ffmpeg version n?(\d{1,2})\.(\d+)")]
    private static partial Regex VersionNumber();
}
