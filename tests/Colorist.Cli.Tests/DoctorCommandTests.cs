using System.Text.Json;

namespace Colorist.Cli.Tests;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Doctor_WhereAllIsThere_SaysWhatAndEndsWell()
    {
        var doctor = Command.Run("doctor");
        Assert.Equal(0, doctor.ExitCode);
        Assert.DoesNotContain("MISSING", doctor.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("->", doctor.Output, StringComparison.Ordinal);
        var card = ModelCard.Read(Path.Combine(Repository.ShippedModel, ModelCard.FileName));
        foreach (var word in (string[])[card.WeightsSha256, "libx264", "avif", "ffmpeg version", Path.GetTempPath(),
            $"{Environment.ProcessorCount} threads"])
            Assert.Contains(word, doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_SaysProgramAndModelWithTheirCommits()
    {
        var lines = Command.Run("--version").Output.Split('\n');
        Assert.Matches(@"^colorist \d+\.\d+\.\d+\S*, commit (\w{40}|unknown)$", lines[0]);
        Assert.Matches(@"^model resnet18, commit \S+, weights SHA-256 \w{64}$", lines[1]);
    }

    [Fact]
    public void Doctor_ModelAndTemporaryFolderMissing_SaysHowToMendEachAndFails()
    {
        var doctor = Command.RunIn(new Dictionary<string, string>
        {
            ["TMPDIR"] = "/proc/none"
        }, "doctor", "--model", folder["none"], "--json");
        Assert.Equal(1, doctor.ExitCode);
        var findings = doctor.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(finding => finding.GetProperty("name").GetString()!);
        foreach (var name in (string[])["model", "networks", "temporary"])
        {
            Assert.False(findings[name].GetProperty("isFine").GetBoolean());
            Assert.NotEmpty(findings[name].GetProperty("mend").GetString()!);
        }

        Assert.True(findings["ffmpeg"].GetProperty("isFine").GetBoolean());
    }

    [Fact]
    public void Doctor_FfmpegWithoutItsUsualEncoder_SaysSoAndFails()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script stands for ffmpeg");
        File.WriteAllText(folder["ffmpeg"],
            "#!/bin/sh\necho 'ffmpeg version 7.1 Copyright'\necho ' V....D ffv1  FFmpeg video codec #1'\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["ffmpeg"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var path = folder.Path + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        var doctor = Command.RunIn(new Dictionary<string, string> { ["PATH"] = path }, "doctor");
        Assert.Equal(1, doctor.ExitCode);
        Assert.Matches(@"MISSING\s+encoders\s+ffv1; without libx264", doctor.Output);
        Assert.Contains("-> install an ffmpeg with libx264", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_AGpuThatThisBuildCannotUse_IsMissingWhenAskedForOnly()
    {
        var asked = Command.Run("doctor", "--device", "directml");
        Assert.Equal(1, asked.ExitCode);
        Assert.Contains("Microsoft.ML.OnnxRuntime.DirectML", asked.Output, StringComparison.Ordinal);
        var photo = Command.Run(
            "photo", Repository.Path("samples", "camera.png"), "-o", folder["out.png"], "--device", "directml");
        Assert.Equal(1, photo.ExitCode);
        Assert.Contains("Microsoft.ML.OnnxRuntime.DirectML", Assert.Single(photo.Error.TrimEnd().Split('\n')),
            StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }
}
