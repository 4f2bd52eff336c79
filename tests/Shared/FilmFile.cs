using System.Diagnostics;

namespace Colorist.Tests;

/// <summary>Makes small films with ffmpeg and looks at films with ffprobe.</summary>
internal static class FilmFile
{
    /// <summary>A grey picture that drifts and grows, with a tone: 160×120, 25 frames a second.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="seconds">Length.</param>
    /// <param name="options">For the output.</param>
    public static string Make(string path, double seconds, params string[] options) =>
        Make(path, seconds, "camera.png", options);

    /// <summary>The same of a picture in colour.</summary>
    /// <inheritdoc cref="Make(string, double, string[])"/>
    public static string MakeInColor(string path, double seconds, params string[] options) =>
        Make(path, seconds, "coffee.png", options);

    private static string Make(string path, double seconds, string sample, string[] options)
    {
        var length = FormattableString.Invariant($"{seconds}");
        Run("ffmpeg",
        [
            "-loop", "1", "-i", Repository.Path("samples", sample), "-f", "lavfi", "-i", "sine=440:r=44100",
            "-vf", "zoompan=z='1+0.01*on':d=1:x='on':y='on':s=160x120,format=yuv420p", "-t", length, .. options, "-y",
            path,
        ]);
        return path;
    }

    /// <summary>Makes a film of others.</summary>
    public static string Make(string path, params string[] arguments)
    {
        Run("ffmpeg", [.. arguments, "-y", path]);
        return path;
    }

    /// <summary>Times of the frames, in seconds.</summary>
    public static double[] Times(string path) =>
        [.. Probe(path, "-select_streams", "v:0", "-show_entries", "frame=pts_time")
            .Select(line => double.Parse(line.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Checksum of each frame's luma, not turned.</summary>
    public static string[] Luma(string path) => Checksums(path, "-vf", "extractplanes=y");

    /// <summary>Checksum of each frame, not turned.</summary>
    public static string[] Checksums(string path, params string[] options) =>
        [
            .. Lines("ffmpeg", ["-noautorotate", "-i", path, "-map", "0:v:0", .. options, "-fps_mode", "passthrough",
                "-f", "framemd5", "-"])
            .Where(line => !line.StartsWith('#')).Select(line => line.Split(',')[^1].Trim())];

    /// <summary>Checksum of the encoded sound.</summary>
    public static string Sound(string path) =>
        Lines("ffmpeg", "-i", path, "-map", "0:a", "-c", "copy", "-f", "md5", "-").Single();

    /// <summary>What ffprobe says, a line for each stream, frame or chapter.</summary>
    public static string[] Probe(string path, params string[] options) =>
        Lines("ffprobe", [.. options, "-of", "csv=p=0", path]);

    private static string[] Lines(string program, params string[] arguments) =>
        [.. Run(program, arguments)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            program, [.. program == "ffmpeg" ? ["-nostdin"] : Array.Empty<string>(), "-v", "error", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error.Result}");
    }
}
