using System.Diagnostics;

namespace Colorist.Web.Tests;

/// <summary>A machine that works on a queue: a process of its own.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process process;

    public Worker(string queue, string files, int photos = 1)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Colorist.Web.dll"), "work", "--files", files,
            "--model", Server.Model.Value, "--lost-after", "2", "--photos", $"{photos}",
        ])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["COLORIST_QUEUE"] = queue;
        process = Process.Start(start)!;
        Assert.Equal("Colorist waits for jobs; Ctrl+C ends it.", process.StandardOutput.ReadLine());
    }

    /// <summary>Ends it as a power cut does.</summary>
    public void Kill() => process.Kill();

    /// <summary>Asks it to end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
