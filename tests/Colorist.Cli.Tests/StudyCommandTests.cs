using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Colorist.Cli.Tests;

/// <summary>These run with the shipped model.</summary>
public sealed class StudyCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Study_OfThePhotosThatComeAlong_IsMadeServedAndReported()
    {
        var made = Command.Run("study", "create", folder["study"], "--photos", Repository.Path("samples"),
            "--every-method", "--participants", "1", "--side", "64");
        Assert.Equal((0, 4), (made.ExitCode, Directory.GetFiles(folder["study/pictures"]).Length));
        Assert.Contains("camera.png: expected a photo in colour, as the truth, found one in black and white",
            made.Error, StringComparison.Ordinal);
        var link = made.Output.TrimEnd().Split('\n')[^1];
        var empty = Command.Run("study", "report", folder["study"]);
        Assert.Equal((1, $"colorist: {folder["study"]}: expected a study with answers, found none yet\n"),
            (empty.ExitCode, empty.Error));

        await Answer(link);
        var report = Command.Run("study", "report", folder["study"], "--plot", folder["rates.svg"], "--json");
        var scores = JsonDocument.Parse(report.Output).RootElement.GetProperty("scores");
        Assert.Equal(
            ["truth", "resnet18"], scores.EnumerateArray().Select(score => score.GetProperty("name").GetString()!));
        Assert.StartsWith("<svg", File.ReadAllText(folder["rates.svg"]), StringComparison.Ordinal);
        var again = Command.Run("study", "report", folder["study"], "--plot", folder["rates.svg"]);
        Assert.Equal(
            (1,
                $"colorist: {folder["rates.svg"]}: expected no file yet, found one that is already there: --overwrite replaces it\n"),
                (again.ExitCode, again.Error));
    }

    [Theory]
    [InlineData("study create STUDY --method truth", "expected --method NAME=WHERE, found truth")]
    [InlineData("study create STUDY --model a=resnet18", "expected --photos for models to colour, found none")]
    [InlineData("serve --port 0 --study STUDY", "STUDY/study.json: expected a study, found no file")]
    public void Study_ThatCannotBe_IsOneLine(string arguments, string error)
    {
        var run = Command.Run([.. arguments.Split(' ').Select(word => word == "STUDY" ? folder["study"] : word)]);
        Assert.Equal((1, $"colorist: {error.Replace("STUDY", folder["study"], StringComparison.Ordinal)}\n"),
            (run.ExitCode, run.Error));
    }

    /// <summary>Serves the study, calls every picture natural, and ends the server.</summary>
    private async Task Answer(string link)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll"), "serve", "--port", "0", "--study",
                folder["study"]])
        { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        try
        {
            string line;
            do line = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
            while (!line.Contains(link, StringComparison.Ordinal));
            Assert.EndsWith("(0 of 4 answered)", line, StringComparison.Ordinal);
            using var client = new HttpClient();
            for (var place = 0; place < 4; place++)
            {
                using var answer = await client.PutAsync($"{line.Split(' ')[1]}/answers/{place}",
                    JsonContent.Create(new { opinion = "natural", milliseconds = 900 }));
                answer.EnsureSuccessStatusCode();
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
