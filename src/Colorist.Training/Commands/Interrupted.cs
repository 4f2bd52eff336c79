namespace Colorist.Training;

/// <summary>How a command ends that was stopped from outside, by Ctrl+C or SIGTERM.</summary>
internal static class Interrupted
{
    /// <summary>What shells say after Ctrl+C.</summary>
    public const int ExitCode = 130;

    /// <summary>
    /// What a command may take to finish the step under way and to write down what is done, before the process ends
    /// without.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Does work that a token stops on another thread: an action with a token is the only one that signals do not end
    /// on the spot.
    /// </summary>
    public static Task Act(Action work) => Task.Run(work, CancellationToken.None);

    /// <summary>Reads the first pictures of a source into memory.</summary>
    public static List<LabelledPicture> Read(IPictureSource source, int count, CancellationToken stop) =>
        [.. source.Read(shuffleSeed: null).Take(count).TakeWhile(_ =>
    {
        stop.ThrowIfCancellationRequested();
        return true;
    })];

    /// <summary>Says how far it came.</summary>
    /// <param name="done">Pictures.</param>
    /// <param name="all">Pictures that were wanted; null where their number is not known.</param>
    /// <returns>The exit code.</returns>
    public static int AfterPictures(long done, long? all)
    {
        Console.WriteLine($"stopped after {done:n0}{(all is { } wanted ? $" of {wanted:n0}" : "")} pictures");
        return ExitCode;
    }
}
