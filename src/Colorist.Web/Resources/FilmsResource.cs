namespace Colorist.Web;

/// <summary><c>POST films</c>: colours a film, always as a job.</summary>
internal static class FilmsResource
{
    public static async Task<IResult> Post(HttpContext context, Intake intake, JobQueue queue)
    {
        var upload = await intake.ReceiveAsync(context.Request, ApiSubject.Film, context.RequestAborted);
        var job = new Job(ApiSubject.Film, upload);
        try
        {
            await Task.Run(() => Film.Open(upload.File), context.RequestAborted);
        }
        catch (FilmException exception)
        {
            job.Dispose();
            throw new Refusal(Problem.Unread, Problem.For(exception).Detail!);
        }

        queue.Add(job);
        return JobsResource.Accepted(context, job);
    }
}
