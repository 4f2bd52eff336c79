using System.CommandLine;

namespace Colorist.Web;

/// <summary>
/// <c>colorist work</c>: takes jobs from the queue of a server. Part of both programs, as <see cref="ServeCommand"/>.
/// </summary>
internal static class WorkCommand
{
    private static readonly Option<int> Photos = new("--photos")
    {
        Description = "photos at the same time, 1 to 256; a film is worked on beside them",
        DefaultValueFactory = _ => new ServerOptions().PhotosAtATime,
    };

    /// <param name="stop">Ends the work; none for what the parser hears of.</param>
    public static Command Create(CancellationToken stop = default)
    {
        var command = new Command("work", "Work on the jobs of a server that runs with a queue, on any machine.")
        {
            Photos
        };
        var (queue, model) = (new QueueOptions(), ServeCommand.NewModel());
        queue.AddTo(command);
        command.Options.Add(model);
        command.SetAction((parsed, heard) => WorkServer.RunAsync(
            queue.Read(parsed, new ServerOptions
            {
                Model = parsed.GetValue(model)!,
                PhotosAtATime = parsed.GetValue(Photos),
            }),
            stop.CanBeCanceled ? stop : heard));
        return command;
    }
}
