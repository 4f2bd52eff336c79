using System.Net.Sockets;

namespace Colorist.Cli.Tests;

/// <summary>
/// Nothing is written where nobody asked for it, and nobody is called, whatever is done first in a new process.
/// </summary>
public sealed class TelemetryTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Photo_InANewHome_WritesNothingThereAndCallsNobody()
    {
        Expect(Program, "photo", Repository.Path("samples", "camera.png"), "-o", folder["out.png"], "--render", "64");
        Assert.True(File.Exists(folder["out.png"]));
    }

    [Fact]
    public void Film_InANewHome_WritesNothingThereAndCallsNobody()
    {
        var film = FilmFile.Make(folder["film.mkv"], 0.2, "-c:v", "libx264", "-preset", "ultrafast");
        Expect(Program, "film", film, "-o", folder["out.mkv"], "--render", "64");
        Assert.True(File.Exists(folder["out.mkv"]));
    }

    [Fact]
    public void MoodList_InANewHome_WritesNothingThereAndCallsNobody() => Expect(Program, "mood", "list");

    /// <summary>The library in somebody's program; the first thing that it does is to load a model.</summary>
    [Fact]
    public void Library_InSomebodysProgram_WritesNothingAndCallsNobody()
    {
        Directory.CreateSymbolicLink(folder["models"], Repository.Path("models"));
        Directory.CreateSymbolicLink(folder["samples"], Repository.Path("samples"));
        Expect(Repository.Built("samples", "FiveLines"));
        Assert.True(File.Exists(folder["camera-colour.png"]));
    }

    /// <remarks>What the others rely on.</remarks>
    [Fact]
    public void Internet_OfAProcessThatListens_IsSeen()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sockets are looked for in /proc.");
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        Assert.NotEmpty(QuietProcess.Internet(Environment.ProcessId));
    }

    private void Expect(params string[] arguments)
    {
        var (exitCode, said, files, sockets) = QuietProcess.Run(folder.Path, arguments);
        Assert.True(exitCode == 0, said);
        Assert.Empty(files);
        Assert.Empty(sockets);
    }
}
