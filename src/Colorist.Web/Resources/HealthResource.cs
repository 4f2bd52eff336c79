namespace Colorist.Web;

/// <summary><c>/health</c>: whether the server lives, and whether it takes work.</summary>
internal static class HealthResource
{
    public static IResult Live() => Results.Text("alive\n");

    /// <exception cref="Refusal">It takes no work: its queue is full, or its folder cannot be written.</exception>
    public static IResult Ready(JobQueue queue, Storage storage)
    {
        queue.CheckRoom(ApiSubject.Photo);
        try
        {
            Storage.Delete(storage.NewFolder());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(Problem.NotReady, "expected a folder that can be written, found one that cannot");
        }

        return Results.Text("ready\n");
    }
}
