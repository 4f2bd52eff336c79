using System.Diagnostics;
using System.Text.Json;

namespace Colorist.Tests;

/// <summary>
/// Writes and reads what picture files say. The tests need the program exiftool 12.50 or later on the PATH (Debian:
/// libimage-exiftool-perl).
/// </summary>
internal static class ExifTool
{
    /// <summary>Changes files.</summary>
    /// <param name="changes">For each: its path and the arguments.</param>
    /// <remarks>A format that has no place for a tag is not told; a test must look what is there.</remarks>
    public static void Write(params IEnumerable<(string Path, string[] Arguments)> changes) =>
        Run(string.Join("-execute\n", changes.Select(change =>
        string.Concat(((string[])["-n", "-q", "-q", "-m", "-overwrite_original", .. change.Arguments, change.Path])
            .Select(argument => argument + "\n")))));

    /// <summary>All tags of files by group and name, as -n gives them.</summary>
    public static Dictionary<string, Dictionary<string, string>> Read(params IEnumerable<string> paths)
    {
        using var answer = JsonDocument.Parse(
            Run(string.Concat(((string[])["-json", "-G1", "-n", "-a", .. paths]).Select(argument => argument + "\n"))));
        return answer.RootElement.EnumerateArray().ToDictionary(
            file => file.GetProperty("SourceFile").GetString()!,
            file => file.EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.ToString()));
    }

    private static string Run(string arguments)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["arguments"], arguments);
        try
        {
            using var process =
                Process.Start(new ProcessStartInfo("exiftool", ["-charset", "filename=utf8", "-@", folder["arguments"]])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _ = error.Result;
            return output;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidOperationException(
                "expected the program exiftool on the PATH (Debian: libimage-exiftool-perl), found none", exception);
        }
    }
}
