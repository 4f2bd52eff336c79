using System.Diagnostics;

namespace Colorist.Benchmarks.Load;

/// <summary><c>colorist serve</c> in a process of its own, on a free port.</summary>
internal sealed class LoadedServer : IDisposable
{
    private readonly Process process;

    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public LoadedServer()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll");
        process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--port", "0"])
        {
            RedirectStandardOutput = true
        })!;
        var said = process.StandardOutput.ReadLine()?.Split("http://");
        Address = said is [_, var rest]
            ? new Uri("http://" + rest.Split(';')[0])
            : throw new InvalidOperationException("expected a server that says its address, found none");
    }

    public Uri Address { get; }

    /// <summary>Highest resident memory so far.</summary>
    public double PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
    }

    public void Dispose()
    {
        using (var ending = Process.Start("kill", ["-INT", $"{process.Id}"])) ending.WaitForExit();
        process.WaitForExit();
        process.Dispose();
    }
}
