using System.Text.Json;

namespace Colorist.Cli.Tests;

/// <summary><c>--quiet</c>, <c>--json</c>, <c>--dry-run</c> and <c>--quality</c>.</summary>
public sealed class TalkTests : IDisposable
{
    private static readonly string Camera = Repository.Path("samples", "camera.png");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Photos_QuietOrInJson_SayNothingOrALineOfJsonEach()
    {
        Directory.CreateDirectory(folder["box"]);
        File.Copy(Camera, folder["box/one.png"]);
        File.WriteAllText(folder["box/bad.png"], "no picture");
        var quiet =
            Command.Run("photo", folder["box"], "-o", folder["quiet"], "--render", "64", "--quiet", "--threads", "1");
        Assert.Equal((1, ""), (quiet.ExitCode, quiet.Output));
        Assert.Contains("bad.png", Assert.Single(quiet.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);

        var json = Command.Run("photo", folder["box"], "-o", folder["json"], "--render", "64", "--json");
        var reports = json.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(2, reports.Count);
        Assert.Single(reports, report => report.TryGetProperty("error", out _));
        Assert.Single(reports, report => report.GetProperty("width").GetInt32() == 512);
    }

    [Fact]
    public void Photos_DryRun_SayWhereEachGoesAndWriteNothing()
    {
        var plan =
            Command.Run("photo", Camera, Repository.Path("samples", "coffee.png"), "-o", folder["out"], "--dry-run");
        Assert.Equal(0, plan.ExitCode);
        Assert.Contains($"{Camera} -> {folder["out/camera.png"]}", plan.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void Film_DryRunThenJson_SaysFramesBeforeAndAfter()
    {
        var film = FilmFile.Make(folder["film.mkv"], 0.4, "-c:v", "ffv1");
        var plan = Command.Run("film", film, "--dry-run", "--json");
        Assert.Equal(["film.mkv"], folder.Names());
        Assert.Equal(10, JsonDocument.Parse(plan.Output).RootElement.GetProperty("frames").GetInt64());
        var done = JsonDocument.Parse(Command.Run("film", film, "--json", "--render", "64").Output).RootElement;
        Assert.Equal(10, done.GetProperty("frames").GetInt64());
        Assert.True(File.Exists(done.GetProperty("output").GetString()));
        Assert.Equal(1, Command.Run("film", film, "--dry-run").ExitCode); // it is there by now
        var again = Command.Run("film", film, "--quiet", "--overwrite", "--render", "64");
        Assert.Equal((0, "", ""), (again.ExitCode, again.Output, again.Error));
    }

    [Theory]
    [InlineData("sound.webm", "that holds its audio stream 1 (pcm_s16le), found .webm")]
    [InlineData("playlist.m3u8", "a container of one file")]
    [InlineData("nowhere/film.mkv", "a folder that exists")]
    public void Film_DryRun_RefusesWhatTheRunRefuses(string output, string expected)
    {
        var film = FilmFile.Make(folder["film.mkv"], 0.4, "-c:v", "ffv1", "-c:a", "pcm_s16le");
        var plan = Command.Run("film", film, "-o", folder[output], "--dry-run");
        Assert.Equal((1, ""), (plan.ExitCode, plan.Output));
        Assert.Contains(expected, Assert.Single(plan.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(plan.Error, Command.Run("film", film, "-o", folder[output], "--render", "64").Error);
        Assert.Equal(["film.mkv"], folder.Names());
    }

    [Theory]
    [InlineData("--quality", "0")]
    [InlineData("--quality", "101")]
    [InlineData("--threads", "-1")]
    public void Photo_OptionOutOfRange_IsOneLine(string option, string value)
    {
        var command = Command.Run("photo", Camera, "-o", folder["out.png"], option, value);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains(option, Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }
}
