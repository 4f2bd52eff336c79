using System.Text.Json;

namespace Colorist;

/// <summary>Colours films: luma untouched, colours steady within each shot, everything else copied.</summary>
/// <param name="colorizer">The model; not disposed.</param>
public sealed class FilmColorizer(Colorizer colorizer)
{
    /// <summary>The network sees frames at about this number of pixels squared unless a user wants another.</summary>
    public const int UsualRenderSide = 192;

    private static readonly TimeSpan LateSignal = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Colours one film. Decoding, colouring, painting and encoding overlap; a few frames are in memory at any time.
    /// </summary>
    /// <param name="film">The film.</param>
    /// <param name="output">
    /// The file to write; its extension says the container. It appears complete or not at all.
    /// </param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Hears of every frame; may be null.</param>
    /// <param name="stop">
    /// Stops after the frame in work; what is finished is kept for <see cref="FilmOptions.Resume"/>.
    /// </param>
    /// <returns>
    /// What became of it. If the film is broken the result holds what could be read, and
    /// <see cref="FilmResult.Damages"/> says where.
    /// </returns>
    /// <exception cref="FilmException">
    /// The film has colour already, the output exists, its container cannot hold the film's sound, there is no frame
    /// where hints are meant to be, ffmpeg is missing or failed: the message ends with its words.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// Hints or masks are for pictures of another size than the film shows, or the look or shared colours cannot be had
    /// from the model.
    /// </exception>
    /// <exception cref="PhotoException">
    /// A coloured still cannot be read, has no colour, or does not show its frame.
    /// </exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public FilmResult Colorize(Film film, string output, FilmOptions? options = null,
        IProgress<FilmProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(film);
        ArgumentException.ThrowIfNullOrEmpty(output);
        options ??= new FilmOptions();
        options.Look?.CheckFor(colorizer);
        if (options.SharedColors && !colorizer.Card.HasGlobal)
            throw new ArgumentException(
                $"expected a model with global features for shared colours, found {colorizer.Card.Name} without");
        var (span, codec, layout) = Prepare(film, output, options, stop);
        // as a viewer sees it
        var size = RenderSize.For(
            film.Upright.StoredWidth, film.Upright.StoredHeight, RenderSide(options), colorizer.Card.Shape);
        var marked = MarkedFrames.Find(film, span, options, size, colorizer.Card.Shape);
        using var journal = FilmJournal.Open(output, Identity(film, options, codec, marked), options);
        var joined = Path.Combine(journal.Folder, "joined" + Path.GetExtension(output));
        try
        {
            var plan = FilmPlan.Make(film, codec, layout, joined);
            var run = new FilmRun(colorizer, film, span, options, marked, codec, layout, journal);
            var result = journal.IsComplete ? run.Done : run.Color(size, progress, stop);
            var losses = new FilmJoin(film, span, plan, Signature(options)).Write(journal, joined, codec);
            if (film.Stamp is { } opened && FileStamp.Find(film.Path) != opened)
                throw new FilmException(
                    film.Path, "a film that stays as it is while it is coloured", "it changed or gone");
            File.Move(joined, output, options.Overwrite);
            journal.Delete();
            return result with { Notes = [.. plan.Notes, .. losses, .. Changes(options)] };
        }
        catch (Exception exception)
        {
            if (journal.IsEmpty) journal.Delete();
            // Who types Ctrl+C sends it to ffmpeg too, which may end before the token hears of it.
            if (exception is FilmException && stop.WaitHandle.WaitOne(LateSignal))
                throw new OperationCanceledException(exception.Message, exception, stop);
            throw;
        }
    }

    /// <summary>
    /// Refuses what <see cref="Colorize"/> refuses before it colours a frame: a film in colour, an output that is there
    /// or cannot hold the sound.
    /// </summary>
    /// <param name="film">The film.</param>
    /// <param name="output">The file that would be written; nothing is.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="stop">Stops the looking.</param>
    /// <returns>What is to be known of the result, such as streams that its container does not take.</returns>
    /// <exception cref="FilmException">As from <see cref="Colorize"/>.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<string> Check(
        Film film, string output, FilmOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(film);
        ArgumentException.ThrowIfNullOrEmpty(output);
        var (_, codec, layout) = Prepare(film, output, options ?? new FilmOptions(), stop);
        var trials = Directory.CreateTempSubdirectory("colorist-");
        try
        {
            return FilmPlan.Make(
                film, codec, layout, Path.Combine(trials.FullName, "trial" + Path.GetExtension(output))).Notes;
        }
        finally
        {
            trials.Delete(recursive: true);
        }
    }

    private static (FilmSpan Span, FilmCodec Codec, FrameLayout Layout) Prepare(
        Film film, string output, FilmOptions options, CancellationToken stop)
    {
        CheckOutput(film, output, options);
        var span = new FilmSpan(options.From?.TotalSeconds, options.To?.TotalSeconds);
        if (!options.Recolor && FilmOwnColor.Find(film, span, stop))
            throw new FilmException(film.Path, "a black-and-white or tinted film", "one in colour")
            {
                Option = nameof(FilmOptions.Recolor)
            };
        var codec = FilmCodec.For(options, output);
        return (span, codec,
            new FrameLayout(film.Width, film.Height, !codec.TakesOddSides, options.SideBySide, film.Bits));
    }

    private int RenderSide(FilmOptions options) =>
        options.RenderSide ?? Math.Min(UsualRenderSide, colorizer.Card.RenderSide);

    private static void CheckOutput(Film film, string output, FilmOptions options)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(output))!;
        if (!Directory.Exists(folder)) throw new FilmException(output, "a folder that exists", "none");
        if (Directory.Exists(output)) throw new FilmException(output, "a file", "a folder");
        FilmContainer.Check(output);
        if (Path.GetFullPath(output) == Path.GetFullPath(film.Path))
            throw new FilmException(output, "a file that is not the film itself", "the film");
        if (File.Exists(output) && !options.Overwrite)
            throw new FilmException(output, "no file there", "a file") { Option = nameof(FilmOptions.Overwrite) };
    }

    private string Signature(FilmOptions options) =>
        string.Join(", ", [colorizer.Signature, .. Changes(options)]);

    /// <summary>What was done to the luma.</summary>
    private static IEnumerable<string> Changes(FilmOptions options)
    {
        if (options.Deflicker) yield return "its luma is changed: brightness made even within shots";
        if (options.Descratch) yield return "its luma is changed: dust and scratches of single frames taken away";
    }

    /// <summary>Everything that the frames and their encoding depend on.</summary>
    private string Identity(Film film, FilmOptions options, FilmCodec codec, MarkedFrames marked) =>
        JsonSerializer.Serialize(new
        {
            Film = Path.GetFullPath(film.Path),
            film.Stamp?.Bytes,
            film.Stamp?.Written,
            film.Stamp?.Samples,
            options.From,
            options.To,
            options.SideBySide,
            Style = options.Look?.Style?.Vector,
            options.Look?.StyleStrength,
            options.Look?.Palette,
            options.Look?.Liveliness,
            options.Look?.Vivid,
            options.Look?.Caution,
            options.Look?.Saturation,
            options.Look?.Tone,
            Reference = options.Look?.Reference?.Sha256,
            Hints = marked.Hints.Select(pair => $"{pair.Key}: {pair.Value.Sha256}"),
            Stills = marked.Stills.Select(pair => $"{pair.Key}: {pair.Value.Sha256}"),
            Masks = marked.Masks.Select(pair => $"{pair.Key}: {pair.Value.Sha256}"),
            options.Cuts,
            options.SharedColors,
            options.Deflicker,
            options.Descratch,
            RenderSide = RenderSide(options),
            Encoder = codec.Arguments,
            Ffmpeg = Ffmpeg.Version,
            Model = colorizer.Card.Files,
            Program = typeof(FilmColorizer).Assembly.GetName().Version?.ToString(),
        });
}
