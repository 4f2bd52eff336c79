using System.Diagnostics;

namespace Colorist.Cli.Tests;

/// <summary>Films whose colouring is ended by force, with the shipped model.</summary>
public sealed class FilmResumeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Resume_AfterSigkillWithHintsInTheShot_GivesWhatOneRunGives()
    {
        var shot = FilmFile.Make(folder["shot.mkv"], 11, "-r", "10", "-c:v", "libx264", "-preset", "ultrafast");
        var other = FilmFile.Make(folder["other.mkv"], "-i", shot, "-vf", "hflip,negate", "-c:v", "libx264", "-preset",
            "ultrafast", "-c:a", "copy");
        File.WriteAllText(folder["list.txt"], $"file {shot}\nfile {other}\n");
        var film =
            FilmFile.Make(folder["film.mkv"], "-f", "concat", "-safe", "0", "-i", folder["list.txt"], "-c", "copy");
        string[] plain = ["film", film, "-o", folder["coloured.mkv"], "--encoder-preset", "ultrafast", "--render",
            "64"];
        string[] arguments = [.. plain, "--hint", "16=80,60,#c02020"];
        Kill(arguments);
        Assert.False(File.Exists(folder["coloured.mkv"]));

        var refused = Command.Run(arguments);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--resume", refused.Error, StringComparison.Ordinal);
        var others = Command.Run([.. plain, "--hint", "16=80,60,#c02021", "--resume"]);
        Assert.Equal(1, others.ExitCode);
        Assert.Contains("other options", others.Error, StringComparison.Ordinal);
        var resumed = Command.Run([.. arguments, "--resume"]);
        Assert.True(resumed.ExitCode == 0, resumed.Error);

        arguments[3] = folder["whole.mkv"];
        Assert.Equal(0, Command.Run(arguments).ExitCode);
        Assert.Equal(FilmFile.Times(film), FilmFile.Times(folder["coloured.mkv"]));
        Assert.Equal(Pictures("whole.mkv"), Pictures("coloured.mkv"));
        Assert.Equal(FilmFile.Sound(film), FilmFile.Sound(folder["coloured.mkv"]));
        Assert.Empty(Directory.GetDirectories(folder.Path));
    }

    private string[] Pictures(string name) => FilmFile.Checksums(folder[name]);

    /// <summary>Starts the command and kills it once its first segment is finished.</summary>
    private void Kill(string[] arguments)
    {
        var start =
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll"), .. arguments]);
        Command.Prepare(start);
        using var process = Process.Start(start)!;
        while (Directory.GetFiles(folder.Path, "segments.jsonl", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = 0
        }).Length == 0)
        {
            Assert.False(process.HasExited);
            Thread.Sleep(20);
        }

        process.Kill();
        process.WaitForExit();
    }
}
