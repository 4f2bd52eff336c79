namespace Colorist.Web;

/// <summary><c>POST photos</c>: colours a photo, at once or as a job.</summary>
internal static class PhotosResource
{
    public static async Task<IResult> Post(
        HttpContext context, Intake intake, JobQueue queue, Colorizer colorizer, ServerOptions options)
    {
        var upload = await intake.ReceiveAsync(context.Request, ApiSubject.Photo, context.RequestAborted);
        JobOrder order;
        bool isLarge;
        try
        {
            using var photo = intake.Open(upload);
            isLarge = (long)photo.Width * photo.Height > options.Limits.PixelsAtOnce;
            order = Order(upload.Name, upload.Fields, photo.Extension, colorizer);
        }
        catch
        {
            Storage.Delete(upload.Folder);
            throw;
        }

        var job = queue.Add(upload.Id, order);
        return JobsResource.WantsJob(context.Request) || isLarge
            ? JobsResource.Accepted(context, job)
            : await JobsResource.WhenOver(context, queue, job, options.Limits.Wait);
    }

    /// <summary>What is to be done with a photo.</summary>
    /// <param name="name">What its sender calls it.</param>
    /// <param name="fields">The options.</param>
    /// <param name="extension">Of its own format.</param>
    /// <param name="colorizer">The model.</param>
    public static JobOrder Order(string name, FormFields fields, string extension, Colorizer colorizer) => new()
    {
        Kind = ApiSubject.Photo,
        Name = name,
        Output = "result" + (fields.One(ApiOptions.Format) is { } format ? "." + format : extension),
        Model = colorizer.Signature,
        Options = FieldsJson.ToJson(fields),
    };
}
