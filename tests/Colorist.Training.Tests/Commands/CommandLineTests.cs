using System.Diagnostics;

namespace Colorist.Training.Tests;

/// <summary>Runs colorist-train as its users do.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--saturation", "0,2", "colorist-train: --saturation: expected a number such as 0.2, found 0,2")]
    [InlineData("--saturation", "1,000", "colorist-train: --saturation: expected a number such as 0.2, found 1,000")]
    [InlineData("--count", "1e3", "colorist-train: --count: expected a whole number, found 1e3")]
    [InlineData("--temperature", "much", "colorist-train: --temperature: expected a number such as 0.2, found much")]
    public async Task Evaluate_NumberInAnotherForm_IsRefusedInOneLine(string option, string value, string line)
    {
        using var process = Start("evaluate", "model", "pictures", "-o", folder["out"], option, value);
        Assert.Equal([line], await Lines(process.StandardError));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
    }

    [Theory]
    [InlineData("export", "nonsense")]
    [InlineData("expected make or count, found none", "choice")]
    [InlineData("expected <recipe>, found none", "train")]
    [InlineData("expected --output, found none", "filter", "pictures")]
    [InlineData("expected a value behind --output, found none", "filter", "pictures", "-o")]
    [InlineData("expected what choice count --help names, found more", "choice", "count", "folder", "LR", "more")]
    [InlineData("expected what hints --help names, found --counts", "hints", "model", "pictures", "--counts")]
    [InlineData("expected --device cpu or cuda, found tpu", "train", "recipe.json", "--device", "tpu")]
    [InlineData("expected --precision automatic, full, eightBits or half, found 1", "evaluate", "model", "pictures",
        "-o", "out", "--precision", "1")]
    [InlineData("expected --render-full true or false, found 1", "evaluate", "model", "pictures", "-o", "out",
        "--render-full=1")]
    public async Task Command_WrongCall_IsOneLineInOurWords(string expected, params string[] arguments)
    {
        using var process = Start(arguments);
        var line = Assert.Single(await Lines(process.StandardError));
        Assert.StartsWith("colorist-train: expected", line, StringComparison.Ordinal);
        Assert.Contains(expected, line, StringComparison.Ordinal);
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
        var recipe = TinyRecipe.Create(
            folder) with
        { Stages = [new Stage { Pictures = 4_000_000, Scale = 40, Side = 32, Batch = 4 }] };
        File.WriteAllText(folder["recipe.json"], recipe.ToJson());
        using var process = Start("train", folder["recipe.json"], "--run", folder["run"], "--threads", "1");
        // both at once: a full pipe would hold the steps up
        var (output, error) = (Lines(process.StandardOutput), Lines(process.StandardError));
        while (!File.Exists(Path.Combine(folder["run"], "log.jsonl")) && !process.HasExited)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var (said, errors) = (await output, await error);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(said.Length > 0, string.Join("|", errors));
        Assert.Matches("^stopped after [0-9,]+ of 4,000,000 pictures$", said[^1]);
        Assert.DoesNotContain(errors, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.Equal(130, process.ExitCode);
        Assert.True(File.Exists(Path.Combine(folder["run"], "checkpoint.zip")));
    }

    [Fact]
    public void Train_InANewHome_WritesNothingThereAndCallsNobody()
    {
        SyntheticPictures.WriteFolders(folder["pictures"], perScene: 3);
        var recipe = TinyRecipe.Create(
            folder) with
        { Stages = [new Stage { Pictures = 8, Scale = 40, Side = 32, Batch = 4 }], ValidateEvery = 4 };
        File.WriteAllText(folder["recipe.json"], recipe.ToJson());
        var (exitCode, said, files, sockets) = QuietProcess.Run(
            folder.Path, Path.Combine(AppContext.BaseDirectory, "colorist-train.dll"), "train", folder["recipe.json"],
            "--run", folder["run"], "--threads", "1");
        Assert.True(exitCode == 0, said);
        Assert.Empty(files);
        Assert.Empty(sockets);
    }

    [Theory]
    [InlineData("upsampling", "list")]
    [InlineData("hints", "model", "list")]
    [InlineData("film-scores", "model", "film.mkv", "--render-side", "64")]
    [InlineData("filter", "list", "-o", "kept.tar")]
    public async Task Study_Stopped_EndsInOneLineAndLeavesNoHalfFile(params string[] arguments)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) Assert.Skip("There are no signals.");
        var sizes = NetworkSizes.Tiny;
        ModelExport.Write(folder["model"], Samples.Network(sizes), Samples.Card(sizes));
        SyntheticPictures.WriteFolders(folder["pictures"], perScene: 1, side: 96);
        File.WriteAllLines(folder["list"], Enumerable.Repeat("pictures/beach/000.png 0", 20_000));
        if (arguments[0] == "film-scores")
            FilmFile.MakeInColor(folder["film.mkv"], 30, "-c:v", "libx264", "-preset", "ultrafast");
        using var process =
            Start([arguments[0], .. arguments[1..]
                .Select(argument => argument[0] == '-' || char.IsDigit(argument[0]) ? argument : folder[argument])]);
        var error = Lines(process.StandardError);
        if (arguments[0] != "filter") await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        while (arguments[0] == "filter" && !File.Exists(folder["kept.tar.tmp"]) && !process.HasExited)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["colorist-train: stopped"], await error);
        Assert.Equal(130, process.ExitCode);
        Assert.DoesNotContain(folder.Names(), name => name.StartsWith("kept", StringComparison.Ordinal));
    }

    private Process Start(params string[] arguments)
    {
        var start =
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "colorist-train.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder.Path,
            };
        return Process.Start(start)!;
    }

    private static async Task<string[]> Lines(StreamReader reader) =>
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
