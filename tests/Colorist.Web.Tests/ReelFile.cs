namespace Colorist.Web.Tests;

/// <summary>Makes films of several shots.</summary>
internal static class ReelFile
{
    /// <summary>A shot of each picture of the samples, in grey, drifting, 25 frames a second.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="seconds">Length of each shot.</param>
    /// <param name="samples">Names of the pictures.</param>
    /// <param name="size">Of the frames.</param>
    public static string Make(string path, double seconds, string[] samples, string size = "160x120")
    {
        var frames = (int)Math.Round(25 * seconds);
        var inputs = samples.SelectMany(sample => (string[])["-loop", "1", "-i", Repository.Path("samples", sample)]);
        var shots = samples.Select((_, i) =>
            $"[{i}]zoompan=z='1.2':d=1:x='on':y='on/2':s={size}:fps=25,trim=end_frame={frames},setsar=1,hue=s=0,format=yuv420p[v{i}]");
        var order = string.Concat(samples.Select((_, i) => $"[v{i}]"));
        return FilmFile.Make(path,
        [
            .. inputs, "-filter_complex", $"{string.Join(';', shots)};{order}concat=n={samples.Length}", "-r", "25",
            "-c:v", "libx264", "-crf", "12",
        ]);
    }
}
