namespace Colorist.Web;

/// <summary><c>POST films</c>: colours a film, always as a job.</summary>
internal static class FilmsResource
{
    public static async Task<IResult> Post(HttpContext context, Intake intake, JobQueue queue, Colorizer colorizer)
    {
        var upload = await intake.ReceiveAsync(context.Request, ApiSubject.Film, context.RequestAborted);
        try
        {
            // what is wrong with hints is said at once
            await Task.Run(() => FilmHintFields.Read(upload.Fields, Open(upload)), context.RequestAborted);
        }
        catch
        {
            Storage.Delete(upload.Folder);
            throw;
        }

        return JobsResource.Accepted(context, queue.Add(upload.Id, Order(upload, colorizer)));
    }

    private static Film Open(Upload upload)
    {
        try
        {
            return Film.Open(upload.File);
        }
        catch (FilmException exception)
        {
            throw new Refusal(Problem.Unread, Problem.For(exception).Detail!);
        }
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
