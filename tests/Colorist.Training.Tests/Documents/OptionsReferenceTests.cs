using System.Diagnostics;

namespace Colorist.Training.Tests;

public sealed class OptionsReferenceTests
{
    [Fact]
    public void Page_OfColoristTrain_SaysWhatTheCommandSays() =>
        ReferencePage.Check("training-options.md", new OptionsPage("colorist-train", Run).Lines());

    private static string Run(string[] arguments)
    {
        var start =
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "colorist-train.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
            };
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }
}
