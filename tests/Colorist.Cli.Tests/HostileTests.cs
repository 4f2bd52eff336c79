using System.Diagnostics;

namespace Colorist.Cli.Tests;

/// <summary>
/// Damaged and wicked files of every kind at every door, kills and a full disk: see tests/Colorist.Hostile, which runs
/// many more on demand.
/// </summary>
public sealed class HostileTests
{
    [Fact]
    public async Task Products_FedWithHostileFiles_ReadOrRefuseThem()
    {
        using var process =
            Process.Start(new ProcessStartInfo("dotnet",
                [Repository.Built("tests", "Colorist.Hostile"), "--cases", "400", "--seed", "1", "--drivers"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var failures = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var table = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, table + await failures);
        Assert.Contains("| all, seed 1 | 400 |", table, StringComparison.Ordinal);
    }
}
