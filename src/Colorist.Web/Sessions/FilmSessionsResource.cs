using System.Diagnostics;

namespace Colorist.Web;

/// <summary>
/// <c>film-sessions</c>: a film whose shots are looked at, and that is coloured in parts or whole without being sent
/// again, as on the page.
/// </summary>
internal static class FilmSessionsResource
{
    private static readonly TimeSpan ShortPart = TimeSpan.FromSeconds(10);
    private static readonly string[] Playable = [".mp4", ".mov", ".mkv"]; // the first that takes the sound

    public static async Task<IResult> Post(
        HttpContext context, Intake intake, Workbench workbench, JobFiles files, Colorizer colorizer,
        ServerOptions options)
    {
        var stop = context.RequestAborted;
        var upload = await intake.ReceiveAsync(context.Request, ApiSubject.FilmSession, stop);
        FilmSession session;
        try
        {
            var film = await Task.Run(() => FilmsResource.Open(upload), stop);
            var recolor = upload.Fields.Flag(ApiOptions.Recolor) ?? false;
            var container = await Task.Run(() => Container(film, upload.Folder, recolor, stop), stop);
            var held = await files.HoldAsync(upload.Id, stop);
            session = new FilmSession(upload, held!, film, container, colorizer, options.Limits.Shots);
        }
        catch
        {
            Storage.Delete(upload.Folder);
            throw;
        }

        workbench.Add(session, options.Limits.FilmSessions);
        session.Begin();
        return Results.Created($"/api/v1/film-sessions/{session.Id}", session.View);
    }

    public static FilmSessionView Get(string id, Workbench workbench) => workbench.Find<FilmSession>(id).View;

    public static IResult Still(string id, int number, Workbench workbench) =>
        Results.File(workbench.Find<FilmSession>(id).Still(number), "image/png");

    public static async Task<IResult> After(string id, int number, Workbench workbench, CancellationToken stop) =>
        Results.Bytes(await workbench.Find<FilmSession>(id).AfterAsync(number, stop), "image/jpeg");

    public static async Task<IResult> Look(string id, HttpContext context, Intake intake, Workbench workbench)
    {
        var session = workbench.Find<FilmSession>(id);
        var wish =
            await intake.ReceiveAsync(context.Request, ApiSubject.Session, context.RequestAborted, needsFile: false);
        try
        {
            await session.ChangeLookAsync(wish, context.RequestAborted);
        }
        catch
        {
            Storage.Delete(wish.Folder);
            throw;
        }

        return Results.NoContent();
    }

    public static async Task<IResult> Result(
        string id, HttpContext context, Intake intake, Workbench workbench, JobQueue queue, Colorizer colorizer)
    {
        var (session, stop) = (workbench.Find<FilmSession>(id), context.RequestAborted);
        var wish = await intake.ReceiveAsync(context.Request, ApiSubject.Film, stop, needsFile: false);
        JobOrder order;
        try
        {
            var fields = wish.Fields.With(session.Upload.Fields, [ApiOptions.Recolor]);
            await Task.Run(() => FilmsResource.Check(fields, session.Film), stop);
            order = FilmsResource.Order(session.Upload, fields, colorizer);
            if (IsShort(fields)) order = order with { Source = session.Upload.Id };
            else await CopyAsync(session.Upload.File, wish.Folder, stop);
        }
        catch
        {
            Storage.Delete(wish.Folder);
            throw;
        }

        return JobsResource.Accepted(context, queue.Add(wish.Id, order));
    }

    public static IResult Delete(string id, Workbench workbench)
    {
        workbench.Remove(workbench.Find<FilmSession>(id));
        return Results.NoContent();
    }

    /// <exception cref="FilmException">It has colour, or its sound fits nowhere.</exception>
    private static string Container(Film film, string folder, bool recolor, CancellationToken stop)
    {
        foreach (var extension in Playable)
        {
            var trial = Path.Combine(folder, "result" + extension);
            try
            {
                FilmColorizer.Check(film, trial, new FilmOptions { Recolor = recolor }, stop);
                return extension;
            }
            catch (FilmException exception) when (exception.Option is null && extension != Playable[^1])
            {
                // another one may take it
            }
        }

        throw new UnreachableException();
    }

    private static bool IsShort(FormFields fields) =>
        fields.Time(ApiOptions.To) - (fields.Time(ApiOptions.From) ?? TimeSpan.Zero) <= ShortPart;

    /// <summary>The job outlives the session.</summary>
    private static async Task CopyAsync(string film, string folder, CancellationToken stop)
    {
        var copy = Path.Combine(folder, UploadReader.FileField);
        await Task.Run(() => File.Copy(film, copy), stop);
    }
}
