using System.CommandLine;

namespace Colorist.Cli;

/// <summary>The option of the command line that says how much memory a picture may take.</summary>
internal sealed class MemoryOption
{
    private readonly Option<double?> memory = new("--memory")
    {
        Description =
            "gigabytes that one picture may take where it must be held whole: WebP, AVIF, GIF, interlaced or turned ones; 1 by default",
    };

    public void AddTo(Command command) => command.Options.Add(memory);

    /// <exception cref="ArgumentException">It is out of its range.</exception>
    public PhotoLoadOptions Read(ParseResult parsed) => parsed.GetValue(memory) switch
    {
        null => new PhotoLoadOptions(),
        >= 0.001 and <= 1000 and var gigabytes => new PhotoLoadOptions { MaxHeldBytes = (long)(gigabytes * 1e9) },
        var other => throw new ArgumentException($"expected {memory.Name} 0.001 to 1000, found {other}"),
    };
}
