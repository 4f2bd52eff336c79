namespace Colorist.Web;

/// <summary>Does what a job asks for, in its folder.</summary>
internal sealed class Work(Colorizer colorizer, JobFiles files)
{
    private readonly PhotoColorizer photos = new(colorizer);
    private readonly FilmColorizer films = new(colorizer);

    /// <param name="job">Which.</param>
    /// <param name="painting">Colours that are found already; null if they are not.</param>
    /// <param name="progress">Hears of the frames of a film.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>What is to be known of the result.</returns>
    /// <exception cref="ColoristException">It cannot be done.</exception>
    /// <exception cref="ArgumentException">It cannot be done as it is asked.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Task<IReadOnlyList<string>> RunAsync(
        Job job, Painting? painting, IProgress<FilmProgress> progress, CancellationToken stop)
    {
        var (order, folder) = (job.Order, files.Folder(job.Id));
        if (order.Model != colorizer.Signature)
            throw new ModelException(job.Id, $"the model {order.Model}", $"a worker with {colorizer.Signature}");
        var fields = FieldsJson.Read(order.Options, order.Kind, folder);
        var input = Path.Combine(files.Folder(order.Source ?? job.Id), UploadReader.FileField);
        var output = Path.Combine(folder, order.Output);
        return order switch
        {
            { Kind: ApiSubject.Film } => Task.Factory.StartNew(
                () => ColorFilm(fields, input, output, progress, stop), stop, TaskCreationOptions.LongRunning,
                TaskScheduler.Default),
            { IsPainted: true } => ColorPainted(fields, painting, input, output, stop),
            _ => ColorPhoto(fields, input, output, stop),
        };
    }

    private async Task<IReadOnlyList<string>> ColorPhoto(
        FormFields fields, string input, string output, CancellationToken stop)
    {
        using var photo = Photo.Load(input, stop: stop);
        var options = LookFields.Read(fields, colorizer, photo);
        return (await photos.ColorizeAsync(photo, output, options, stop)).Remarks;
    }

    private async Task<IReadOnlyList<string>> ColorPainted(
        FormFields fields, Painting? painting, string input, string output, CancellationToken stop)
    {
        using var photo = Photo.Load(input, stop: stop);
        var options = new PhotoOptions
        {
            Look = LookFields.Read(fields, colorizer),
            Recolor = true, // asked when it was sent
            Save = LookFields.Save(fields),
        };
        painting ??= await colorizer.PaintAsync(photo, options.Look, stop);
        var strokes = Session.Strokes(Path.GetDirectoryName(input)!, photo.Width, photo.Height);
        return (await photos.ColorizeAsync(photo, painting, strokes, output, options, stop)).Remarks;
    }

    private IReadOnlyList<string> ColorFilm(
        FormFields fields, string input, string output, IProgress<FilmProgress> progress, CancellationToken stop)
    {
        var film = Film.Open(input);
        if (File.Exists(output)) return film.Remarks(); // a worker died between the last byte and the word
        var options = LookFields.ReadFilm(fields, colorizer, film) with { Resume = true };
        if (options.To <= (options.From ?? TimeSpan.Zero))
            throw new ArgumentException($"to: expected a time after from, found {options.To}");
        FilmResult result;
        try
        {
            result = films.Colorize(film, output, options, progress, stop);
        }
        catch (FilmException exception) when (exception.Option == nameof(FilmOptions.Overwrite))
        {
            // what another machine began, with another ffmpeg for instance, is no part of this one's
            result = films.Colorize(
                film, output, options with { Resume = false, Overwrite = true }, progress, stop);
        }

        var broken = result.Damages.Select(damage => $"broken near {damage.Near:h\\:mm\\:ss\\.f}");
        return [.. film.Remarks(), .. result.Notes, .. broken];
    }
}
