namespace Colorist.Web;

/// <summary>Does what a job asks for.</summary>
/// <param name="colorizer">The model.</param>
internal sealed class Work(Colorizer colorizer)
{
    private readonly PhotoColorizer photos = new(colorizer);
    private readonly FilmColorizer films = new(colorizer);

    /// <exception cref="ColoristException">It cannot be done.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Task RunAsync(Job job, CancellationToken stop) =>
        job.Kind == ApiSubject.Film
            ? Task.Factory
                .StartNew(() => ColorFilm(job, stop), stop, TaskCreationOptions.LongRunning, TaskScheduler.Default)
        : job.Session is { } session ? ColorSession(job, session, stop)
        : ColorPhoto(job, stop);

    private async Task ColorPhoto(Job job, CancellationToken stop)
    {
        using var photo = Photo.Load(job.Upload.File, stop: stop);
        var options = LookFields.Read(job.Upload.Fields, colorizer, photo);
        var output = Path.Combine(job.Upload.Folder, "result" + Extension(job, photo));
        var result = await photos.ColorizeAsync(photo, output, options, stop);
        job.Finish(output, result.Remarks);
    }

    private async Task ColorSession(Job job, Session session, CancellationToken stop)
    {
        using var photo = Photo.Load(session.Upload.File, stop: stop);
        var output = Path.Combine(job.Upload.Folder, "result" + Extension(job, photo));
        var (painting, strokes, options) = await session.FindAsync(stop);
        options = options with { Save = LookFields.Save(job.Upload.Fields) };
        var result = await photos.ColorizeAsync(photo, painting, strokes, output, options, stop);
        job.Finish(output, result.Remarks);
    }

    private static string Extension(Job job, Photo photo) =>
        job.Upload.Fields.One(ApiOptions.Format) is { } format ? "." + format : photo.Extension;

    private void ColorFilm(Job job, CancellationToken stop)
    {
        var (upload, fields) = (job.Upload, job.Upload.Fields);
        var film = Film.Open(upload.File);
        var own = ApiOptions.Container.Choices.FirstOrDefault(container => upload.Extension == "." + container);
        var output = Path.Combine(upload.Folder, $"result.{fields.One(ApiOptions.Container) ?? own ?? "mkv"}");
        var options = LookFields.ReadFilm(fields, colorizer);
        if (options.To <= (options.From ?? TimeSpan.Zero))
            throw new ArgumentException($"to: expected a time after from, found {options.To}");
        var result = films.Colorize(film, output, options, new Teller(job), stop);
        var broken = result.Damages.Select(damage => $"broken near {damage.Near:h\\:mm\\:ss\\.f}");
        job.Finish(output, [.. film.Remarks(), .. result.Notes, .. broken]);
    }

    private sealed class Teller(Job job) : IProgress<FilmProgress>
    {
        public void Report(FilmProgress value) => job.Tell(value.Frames, value.ExpectedFrames, value.Left);
    }
}
