using System.Diagnostics;

namespace Colorist.Training.Tests;

/// <summary>Runs colorist-train as its users do.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--saturation", "0,2", "--saturation: expected a number such as 0.2, found 0,2")]
    [InlineData("--saturation", "1,000", "--saturation: expected a number such as 0.2, found 1,000")]
    [InlineData("--count", "1e3", "--count: expected a whole number, found 1e3")]
    [InlineData("--temperature", "much", "--temperature: expected a number such as 0.2, found much")]
    public async Task Evaluate_NumberInAnotherForm_IsRefusedInOneLine(string option, string value, string line)
    {
        using var process = Start("evaluate", "model", "pictures", "-o", folder["out"], option, value);
        Assert.Equal([line], await Lines(process.StandardError));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Train_Stopped_SaysHowFarItCameAndKeepsIt(string signal)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) Assert.Skip("There are no signals.");
        SyntheticPictures.WriteFolders(folder["pictures"], perScene: 5);
        var recipe = TinyRecipe.Create(folder) with { Stages = [new Stage { Pictures = 4_000_000, Scale = 40, Side = 32, Batch = 4 }] };
        File.WriteAllText(folder["recipe.json"], recipe.ToJson());
        using var process = Start("train", folder["recipe.json"], "--run", folder["run"], "--threads", "1");
        var (output, error) = (Lines(process.StandardOutput), Lines(process.StandardError)); // both at once: a full pipe would hold the steps up
        while (!File.Exists(Path.Combine(folder["run"], "log.jsonl")) && !process.HasExited) await Task.Delay(10, TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var (said, errors) = (await output, await error);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(said.Length > 0, string.Join("|", errors));
        Assert.Matches("^stopped after [0-9,]+ of 4,000,000 pictures$", said[^1]);
        Assert.DoesNotContain(errors, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.Equal(130, process.ExitCode);
        Assert.True(File.Exists(Path.Combine(folder["run"], "checkpoint.zip")));
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "colorist-train.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static async Task<string[]> Lines(StreamReader reader) =>
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
