using System.Diagnostics;

namespace Colorist.Hostile;

/// <summary>Films. They are decoded by the user's ffmpeg, which is slow to start: few cases.</summary>
internal sealed class FilmKind : IKind
{
    private static readonly string[] Containers = ["mp4", "mkv", "avi", "mpg", "webm"];
    private static readonly Dictionary<string, byte[]> Made = [];

    public string Name => "film";

    public int Share => 6;

    public void Run(Random random, string folder)
    {
        var container = Containers[random.Next(Containers.Length)];
        if (!Made.TryGetValue(container, out var whole)) Made[container] = whole = Make(container, folder);
        var path = Path.Combine(folder, "film." + container);
        File.WriteAllBytes(path, Mutation.Bytes(whole, random));
        new FilmColorizer(TinyModel.Colorizer)
            .Colorize(Film.Open(path), Path.Combine(folder, "out.mkv"), new FilmOptions
            {
                RenderSide = 32,
                Preset = "ultrafast",
                Recolor = true
            });
    }

    private static byte[] Make(string container, string folder)
    {
        var path = Path.Combine(folder, "seed." + container);
        var start = new ProcessStartInfo("ffmpeg",
            ["-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=64x48:rate=24", "-t", "0.5", path]);
        using (var process = Process.Start(start)!) process.WaitForExit();
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }
}
