namespace Colorist.Web;

/// <summary><c>POST photos</c>: colours a photo, at once or as a job.</summary>
internal static class PhotosResource
{
    public static async Task<IResult> Post(HttpContext context, Intake intake, JobQueue queue, ServerOptions options)
    {
        var stop = context.RequestAborted;
        var upload = await intake.ReceiveAsync(context.Request, ApiSubject.Photo, stop);
        var job = new Job(ApiSubject.Photo, upload);
        var isLarge = false;
        try
        {
            using var photo = intake.Open(upload);
            isLarge = (long)photo.Width * photo.Height > options.Limits.PixelsAtOnce;
        }
        catch
        {
            job.Dispose();
            throw;
        }

        queue.Add(job);
        return JobsResource.WantsJob(context.Request) || isLarge
            ? JobsResource.Accepted(context, job)
            : await JobsResource.WhenOver(context, queue, job, options.Limits.Wait);
    }
}
