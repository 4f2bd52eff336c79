using System.CommandLine;

namespace Colorist.Web;

/// <summary>The options that say which queue several machines share.</summary>
internal sealed class QueueOptions
{
    private readonly Option<string?> queue = new("--queue")
    {
        Description =
            "PostgreSQL that holds the jobs of several machines: Host=…;Database=…;Username=…;Password=…; that of the environment variable COLORIST_QUEUE by default",
    };

    private readonly Option<string?> files = new("--files")
    {
        Description = "folder that all machines of the queue share, for uploads and results"
    };

    private readonly Option<float> lostAfter = new("--lost-after")
    {
        Description = "seconds of silence, 2 to 3600, after which the jobs of a machine are given to another",
        DefaultValueFactory = _ => (float)new ServerOptions().LostAfter.TotalSeconds,
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[queue, files, lostAfter]) command.Options.Add(option);
    }

    /// <summary>The same options of the server with these.</summary>
    public ServerOptions Read(ParseResult parsed, ServerOptions options) => options with
    {
        // others see what is typed
        Queue = parsed.GetValue(queue) ?? Environment.GetEnvironmentVariable("COLORIST_QUEUE"),
        Files = parsed.GetValue(files),
        LostAfter = TimeSpan.FromSeconds(parsed.GetValue(lostAfter)),
    };
}
