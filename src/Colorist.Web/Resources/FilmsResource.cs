namespace Colorist.Web;

/// <summary><c>POST films</c>: colours a film, always as a job.</summary>
internal static class FilmsResource
{
    public static async Task<IResult> Post(HttpContext context, Intake intake, JobQueue queue, Colorizer colorizer)
    {
        var upload = await intake.ReceiveAsync(context.Request, ApiSubject.Film, context.RequestAborted);
        try
        {
            await Task.Run(() => Check(upload.Fields, Open(upload)), context.RequestAborted);
        }
        catch
        {
            Storage.Delete(upload.Folder);
            throw;
        }

        return JobsResource.Accepted(context, queue.Add(upload.Id, Order(upload, upload.Fields, colorizer)));
    }

    /// <summary>Says at once what is wrong with hints and masks.</summary>
    public static void Check(FormFields fields, Film film)
    {
        FilmHintFields.Read(fields, film);
        FilmMaskFields.Read(fields, film);
    }

    /// <exception cref="Refusal">It is no film.</exception>
    public static Film Open(Upload upload)
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

    /// <summary>What is to be done with a film.</summary>
    /// <param name="upload">The film.</param>
    /// <param name="fields">The options.</param>
    /// <param name="colorizer">The model.</param>
    public static JobOrder Order(Upload upload, FormFields fields, Colorizer colorizer)
    {
        var own = ApiOptions.Container.Choices.FirstOrDefault(container => upload.Extension == "." + container);
        return new JobOrder
        {
            Kind = ApiSubject.Film,
            Name = upload.Name,
            Output = $"result.{fields.One(ApiOptions.Container) ?? own ?? "mkv"}",
            Model = colorizer.Signature,
            Options = FieldsJson.ToJson(fields),
        };
    }
}
