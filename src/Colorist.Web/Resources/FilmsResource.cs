namespace Colorist.Web;

/// <summary><c>POST films</c>: colours a film, always as a job.</summary>
internal static class FilmsResource
{
    public static async Task<IResult> Post(HttpContext context, Intake intake, JobQueue queue, Colorizer colorizer)
    {
        var upload = await intake.ReceiveAsync(context.Request, ApiSubject.Film, context.RequestAborted);
        try
        {
            await Task.Run(() => Film.Open(upload.File), context.RequestAborted);
        }
        catch (Exception exception)
        {
            Storage.Delete(upload.Folder);
            if (exception is FilmException) throw new Refusal(Problem.Unread, Problem.For(exception).Detail!);
            throw;
        }

        return JobsResource.Accepted(context, queue.Add(upload.Id, Order(upload, colorizer)));
    }

    private static JobOrder Order(Upload upload, Colorizer colorizer)
    {
        var own = ApiOptions.Container.Choices.FirstOrDefault(container => upload.Extension == "." + container);
        return new JobOrder
        {
            Kind = ApiSubject.Film,
            Name = upload.Name,
            Output = $"result.{upload.Fields.One(ApiOptions.Container) ?? own ?? "mkv"}",
            Model = colorizer.Signature,
            Options = FieldsJson.ToJson(upload.Fields),
        };
    }
}
