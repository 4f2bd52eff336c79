using System.Diagnostics;

namespace Colorist.Cli.Tests;

public sealed class ServeCommandTests
{
    [Theory]
    [InlineData("--host 0.0.0.0", "colorist: expected a token for the host 0.0.0.0, which others reach, found none")]
    [InlineData("--port 70000", "colorist: expected a port 0 to 65535, found 70000")]
    [InlineData("--token short", "colorist: expected a token of 16 to 256 letters, found 5")]
    public void Serve_OptionsThatLetStrangersIn_IsRefusedInOneLine(string options, string error)
    {
        var run = Command.Run(["serve", .. options.Split(' ')]);
        Assert.Equal((1, error), (run.ExitCode, run.Error.TrimEnd()));
    }

    [Fact]
    public void Serve_TokenOfTheEnvironment_CountsWhereNoneIsTyped()
    {
        var environment = new Dictionary<string, string> { ["COLORIST_TOKEN"] = "letmein" };
        Assert.Contains("16 to 256 letters, found 7", Command.RunIn(environment, "serve", "--host", "0.0.0.0").Error,
            StringComparison.Ordinal);
        Assert.Contains("16 to 256 letters, found 5", Command.RunIn(environment, "serve", "--token", "short").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_UntilItIsEnded_AnswersAndLeavesNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are Unix's");
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll"), "serve", "--port", "0"])
        {
            RedirectStandardOutput = true,
            Environment = { ["TMPDIR"] = folder.Path }
        };
        using var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var address = line!.Split(' ')[3].TrimEnd(';');
        using var client = new HttpClient();
        Assert.Equal(
            "alive\n", await client.GetStringAsync(address + "/health/live", TestContext.Current.CancellationToken));
        Process.Start("kill", ["-INT", $"{process.Id}"]).Dispose();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Empty(Directory.GetDirectories(folder.Path, "colorist-web-*"));
    }
}
