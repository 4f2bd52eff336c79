using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Colorist.Hostile;

/// <summary>Kills and full disks, met by the command itself.</summary>
/// <param name="folder">An empty folder to work in.</param>
internal sealed class Drivers(string folder)
{
    private const int Photos = 12;

    private string Originals => Path.Combine(folder, "in");

    /// <summary>Runs every driver once.</summary>
    public static IReadOnlyList<Outcome> RunAll()
    {
        var folder = Directory.CreateTempSubdirectory("colorist-drivers-").FullName;
        try
        {
            var drivers = new Drivers(folder);
            drivers.MakeOriginals();
            return [Try("kill of a batch", drivers.KillBatch), Try("kill of a film", drivers.KillFilm),
                Try("full disk", drivers.FillDisk)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Outcome Try(string name, Func<string> drive)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            return new Outcome(name, 0, End.Read, clock.Elapsed.TotalSeconds, 0, drive());
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            return new Outcome(name, 0, End.Failed, clock.Elapsed.TotalSeconds, 0, exception.Message);
        }
    }

    private void MakeOriginals()
    {
        Directory.CreateDirectory(Originals);
        for (var i = 0; i < Photos; i++)
        {
            using var photo = Photo.FromLightness(Samples.Lightness(300, 200, seed: i));
            photo.Save(Path.Combine(Originals, i.ToString(CultureInfo.InvariantCulture) + ".png"));
        }
    }

    /// <summary>A batch is killed in its middle; run again it gives the bytes of one that never was.</summary>
    private string KillBatch()
    {
        var before = Hashes(Originals);
        var (whole, killed) = (Path.Combine(folder, "whole"), Path.Combine(folder, "killed"));
        Demand(Command.Run("photo", Originals, "-o", whole, "--model", TinyModel.Folder) == 0, "the batch failed");
        using (var command = Command.Start("photo", Originals, "-o", killed, "--model", TinyModel.Folder))
        {
            while (!command.HasExited
                && (!Directory.Exists(killed) || Directory.GetFiles(killed, "*.png").Length < Photos / 4))
                Thread.Sleep(5);
            command.Kill();
            command.WaitForExit();
        }

        var left = Directory.GetFiles(killed, "*.png").Length;
        Demand(
            Command.Run("photo", Originals, "-o", killed, "--model", TinyModel.Folder) == 0, "the second run failed");
        Demand(Hashes(whole) == Hashes(killed), "other bytes after the kill");
        Demand(before == Hashes(Originals), "an original was touched");
        return $"{left} of {Photos} were there, the same bytes after the second run";
    }

    /// <summary>
    /// A film is killed once a part of it is kept; resumed it gives the pictures of one that never was.
    /// </summary>
    private string KillFilm()
    {
        var film = Path.Combine(folder, "film.mkv");
        Demand(Command.Ffmpeg("-f", "lavfi", "-i", "testsrc2=size=64x48:rate=24", "-t", "25", film) is not null,
            "ffmpeg made no film");
        string[] Arguments(string name) =>
            ["film", film, "-o", Path.Combine(folder, name), "--model", TinyModel.Folder, "--render", "32",
                "--recolour"];
        using (var command = Command.Start(Arguments("killed.mkv")))
        {
            var anywhere = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
            while (!command.HasExited && Directory.GetFiles(folder, "segments.jsonl", anywhere).Length == 0)
                Thread.Sleep(5);
            command.Kill();
            command.WaitForExit();
        }

        Demand(!File.Exists(Path.Combine(folder, "killed.mkv")), "the film was finished before the kill, or by it");
        Demand(Command.Run([.. Arguments("killed.mkv"), "--resume"]) == 0, "the film was not resumed");
        Demand(Command.Run(Arguments("whole.mkv")) == 0, "the film failed");
        Demand(Pictures("whole.mkv") == Pictures("killed.mkv"), "other pictures after the kill");
        return "resumed to the same pictures";
    }

    /// <summary>There is room for some photos and not for all: those that are there are whole.</summary>
    private string FillDisk()
    {
        using var disk = SmallDisk.Mount(Path.Combine(folder, "disk"), bytes: 600_000);
        if (disk is null) return "skipped: no small disk can be mounted here (root of Linux can)";
        Demand(
            Command.Run("photo", Originals, "-o", disk.Path, "--model", TinyModel.Folder) == 1, "no failure was said");
        var results = Directory.GetFiles(disk.Path);
        Demand(results.Length is > 0 and < Photos, $"{results.Length} results");
        foreach (var result in results)
        {
            Demand(Hash(result) == Hash(Path.Combine(folder, "whole", Path.GetFileName(result))),
                $"{result} is not whole");
        }

        return $"{results.Length} of {Photos} are there, all whole, the others were named";
    }

    private string Pictures(string name) =>
        Command.Ffmpeg("-i", Path.Combine(folder, name), "-map", "0:v", "-f", "framemd5", "-") ?? "";

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException(otherwise);
    }

    private static string Hashes(string folder) =>
        string.Join('\n', Directory.GetFiles(folder, "*").Order(StringComparer.Ordinal)
            .Select(path => Path.GetFileName(path) + Hash(path)));

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
