using System.Diagnostics;

namespace Colorist.Tests;

public sealed class ConsoleBatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ConsoleBatchTests()
    {
        ModelExport.Write(folder["model"], Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny));
        Directory.CreateDirectory(folder["scans"]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_MixedFolder_ColorsPhotosAndSaysOneLineForEachOther()
    {
        File.Copy(Repository.Path("samples", "camera.png"), Path.Combine(folder["scans"], "camera.png"));
        File.Copy(Repository.Path("samples", "coffee.png"), Path.Combine(folder["scans"], "coffee.png"));
        await File.WriteAllTextAsync(Path.Combine(folder["scans"], "note.txt"), "no picture");

        var (code, output, error) = await End(Begin());

        Assert.Equal(1, code);
        using var colored = Photo.Load(Path.Combine(folder["colored"], "camera.png"));
        Assert.Equal((512, 512), (colored.Width, colored.Height));
        Assert.Contains("1/3 ", Assert.Single(output.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(2, error.Trim().Split('\n').Length);
        Assert.Contains(
            "coffee.png: expected a black-and-white or toned photo, found one in colour", error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CtrlC_EndsAndGoesOnLater()
    {
        for (var i = 0; i < 40; i++)
            File.Copy(Repository.Path("samples", "camera.png"), Path.Combine(folder["scans"], $"{i:00}.png"));

        var process = Begin();
        var first = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using (var signal = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
        var (code, _, error) = await End(process);

        Assert.StartsWith("1/40 ", first, StringComparison.Ordinal);
        Assert.Equal((130, "stopped; the same command goes on\n"), (code, error));
        var done = Directory.GetFiles(folder["colored"]);
        Assert.InRange(done.Length, 1, 39);
        Assert.All(done, file => Assert.Matches(@"^\d\d\.png$", Path.GetFileName(file)));
        Assert.Equal(0, (await End(Begin())).Code);
        Assert.Equal(40, Directory.GetFiles(folder["colored"]).Length);
    }

    private Process Begin()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ConsoleBatch.dll");
        return Process.Start(
            new ProcessStartInfo("dotnet", [program, folder["model"], folder["scans"], folder["colored"]])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
    }

    private static async Task<(int Code, string Output, string Error)> End(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output, await error);
        }
    }
}
