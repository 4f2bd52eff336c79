using System.Diagnostics;

namespace Colorist.Cli.Tests;

public sealed class TelemetryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <remarks>The runtime below is silent by itself where the variable CI is set, so it must not be.</remarks>
    [Fact]
    public async Task Photo_InANewHome_WritesNothingThere()
    {
        var home = Directory.CreateDirectory(folder["home"]).FullName;
        var start = new ProcessStartInfo("dotnet", [
            Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll"), "photo", Repository.Path("samples", "camera.png"), "-o", folder["out.png"], "--render", "64"])
        {
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("XDG_", StringComparison.Ordinal)).Concat(["CI", "ORT_DISABLE_TELEMETRY"]).ToList())
            start.Environment.Remove(name);
        start.Environment["HOME"] = home;
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(folder["out.png"]));
        Assert.Empty(Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories));
    }
}
