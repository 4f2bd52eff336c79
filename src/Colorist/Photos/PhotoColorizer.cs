using System.Diagnostics;

namespace Colorist;

/// <summary>
/// Colours photos from file to file: refuses what has colour already, signs what it made, and says what is to be known.
/// </summary>
/// <remarks>May be used by several threads at once. What <see cref="FilmColorizer"/> is for films.</remarks>
/// <param name="colorizer">The model; not disposed.</param>
public sealed class PhotoColorizer(Colorizer colorizer)
{
    /// <summary>Colours a photo into a file.</summary>
    /// <param name="input">Picture file of any format that is read.</param>
    /// <param name="output">
    /// The file to write, in the format of its extension; it appears complete or not at all.
    /// </param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="stop">Stops the work; nothing is written then.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">
    /// The look cannot be had: see <see cref="Look.CheckFor"/>; or its hints are for another size.
    /// </exception>
    /// <exception cref="PhotoException">
    /// The photo cannot be read, has colour already, or the result cannot be written.
    /// </exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public PhotoResult Colorize(
        string input, string output, PhotoOptions? options = null, CancellationToken stop = default)
    {
        using var photo = Photo.Load(input, options?.Load, stop);
        return Colorize(photo, output, options, stop);
    }

    /// <summary>Colours an open photo into a file.</summary>
    /// <param name="photo">Stays the caller's.</param>
    /// <param name="output">
    /// The file to write, in the format of its extension; it appears complete or not at all.
    /// </param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="stop">Stops the work; nothing is written then.</param>
    /// <inheritdoc cref="Colorize(string, string, PhotoOptions?, CancellationToken)"/>
    public PhotoResult Colorize(
        Photo photo, string output, PhotoOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(photo);
        options ??= new PhotoOptions();
        return options.Pages == PhotoPages.All
            ? new PageColorizer(colorizer, options).Colorize(photo, output, stop)
            : Colorize(photo, colored => colored.Save(output, options.Save, stop), options, stop);
    }

    /// <summary>Colours an open photo into a stream, which gets the whole picture or nothing.</summary>
    /// <param name="photo">Stays the caller's.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="extension">Of the format, such as .png; null for the photo's own.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="stop">Stops the work.</param>
    /// <inheritdoc cref="Colorize(string, string, PhotoOptions?, CancellationToken)"/>
    public PhotoResult Colorize(Photo photo, Stream output, string? extension = null, PhotoOptions? options = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(photo);
        options ??= new PhotoOptions();
        return options.Pages == PhotoPages.All
            ? Photo.Send(output, extension
                ?? photo.Extension, path => new PageColorizer(colorizer, options).Colorize(photo, path, stop))
            : Colorize(photo, colored => colored.Save(output, extension ?? photo.Extension, options.Save, stop),
                options, stop);
    }

    /// <summary>
    /// Colours a photo from stream to stream, waiting for the network without holding a thread: for servers.
    /// </summary>
    /// <param name="input">An encoded picture; read to its end and held in memory.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="output">Gets the whole picture or nothing; stays open.</param>
    /// <param name="extension">Of the format, such as .png; null for the photo's own.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="stop">Stops the work.</param>
    /// <inheritdoc cref="Colorize(string, string, PhotoOptions?, CancellationToken)"/>
    public async Task<PhotoResult> ColorizeAsync(
        Stream input, string name, Stream output, string? extension = null, PhotoOptions? options = null,
        CancellationToken stop = default)
    {
        options ??= new PhotoOptions();
        using var photo = await Photo.LoadAsync(input, name, options.Load, stop).ConfigureAwait(false);
        if (options.Pages == PhotoPages.All)
            return await Task.Run(() => Colorize(photo, output, extension, options, stop), stop).ConfigureAwait(false);
        return await ColorizeAsync(
            photo, Predicted(photo, options, stop),
            colored => colored.Save(output, extension ?? photo.Extension, options.Save, stop), options, stop)
                .ConfigureAwait(false);
    }

    /// <summary>
    /// Colours an open photo into a file, waiting for the network without holding a thread: for servers that keep
    /// uploads in files.
    /// </summary>
    /// <inheritdoc cref="Colorize(Photo, string, PhotoOptions?, CancellationToken)"/>
    public Task<PhotoResult> ColorizeAsync(
        Photo photo, string output, PhotoOptions? options = null, CancellationToken stop = default)
    {
        options ??= new PhotoOptions();
        if (options.Pages == PhotoPages.All) return Task.Run(() => Colorize(photo, output, options, stop), stop);
        return ColorizeAsync(
            photo, Predicted(photo, options, stop), colored => colored.Save(output, options.Save, stop), options, stop);
    }

    /// <summary>
    /// Gives an open photo the colours of a painting, without the network: what was seen while strokes were made is
    /// what is saved.
    /// </summary>
    /// <param name="photo">Stays the caller's.</param>
    /// <param name="painting">Of the photo, or of a copy of it.</param>
    /// <param name="hints">Strokes, also on a copy of another size; null for none.</param>
    /// <param name="output">
    /// The file to write, in the format of its extension; it appears complete or not at all.
    /// </param>
    /// <param name="options">Null for the defaults; of the look only tone and saturation count.</param>
    /// <param name="stop">Stops the work; nothing is written then.</param>
    /// <inheritdoc cref="Colorize(string, string, PhotoOptions?, CancellationToken)"/>
    public Task<PhotoResult> ColorizeAsync(
        Photo photo, Painting painting, Hints? hints, string output, PhotoOptions? options = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(painting);
        options ??= new PhotoOptions();
        if (options.Pages == PhotoPages.All)
            throw new ArgumentException("expected a painting of one page, found all pages asked for");
        return ColorizeAsync(photo, () => Task.Run(() => painting.Find(hints, options.Look), stop),
            colored => colored.Save(output, options.Save, stop), options, stop);
    }

    /// <summary>Colours an open photo in several ways, each into a file of its own.</summary>
    /// <param name="photo">Stays the caller's.</param>
    /// <param name="output">The file for each <see cref="Candidate.Number"/>, in the format of its extension.</param>
    /// <param name="count">How many, 2..9.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="stop">Stops the work; files that are written already stay.</param>
    /// <returns>What became of each.</returns>
    /// <exception cref="ArgumentException">
    /// The look cannot be had, see <see cref="Look.CheckFor"/>, or there are no candidates for it: see
    /// <see cref="Colorizer.Candidates(Photo, int, Look?, CancellationToken)"/>.
    /// </exception>
    /// <exception cref="PhotoException">
    /// The photo cannot be read, has colour already, or a result cannot be written.
    /// </exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<PhotoResult> ColorizeCandidates(
        Photo photo, Func<int, string> output, int count, PhotoOptions? options = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(output);
        options ??= new PhotoOptions();
        if (options.Pages == PhotoPages.All)
            throw new ArgumentException("expected candidates for one page, found all pages asked for");
        Check(photo, options, stop);
        var candidates = colorizer.Candidates(photo, count, options.Look, stop);
        var doubt = options.Doubt ? colorizer.Doubt(photo, stop) : null;
        return [.. candidates.Select(
            candidate => Save(photo, candidate, candidates.Count, output(candidate.Number), options, stop) with
            {
                Doubt = doubt
            })];
    }

    private PhotoResult Save(
        Photo photo, Candidate candidate, int count, string output, PhotoOptions options, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        var colors = candidate.Painting.Find(options.Look.Hints);
        var toned = Colorizer.Toned(colors.Chroma, candidate.Painting.Small, options.Look);
        using var colored = photo.WithChroma(toned, $"{colorizer.Signature}, candidate {candidate.Number} of {count}");
        return Result(photo, colors, colored.Save(output, options.Save, stop), clock);
    }

    private Func<Task<Colors>> Predicted(Photo photo, PhotoOptions options, CancellationToken stop) =>
        () => colorizer.PredictAsync(photo, options.Look, stop);

    private async Task<PhotoResult> ColorizeAsync(
        Photo photo, Func<Task<Colors>> find, Func<Photo, IReadOnlyList<string>> save, PhotoOptions options,
        CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(photo);
        var clock = Stopwatch.StartNew();
        await Task.Run(() => Check(photo, options, stop), stop).ConfigureAwait(false);
        var colors = await find().ConfigureAwait(false);
        var doubt = options.Doubt ? await colorizer.DoubtAsync(photo, stop).ConfigureAwait(false) : null;
        using var colored = photo.WithChroma(colors.Chroma, colorizer.Signature);
        var lost = await Task.Run(() => save(colored), stop).ConfigureAwait(false);
        return Result(photo, colors, lost, clock) with { Doubt = doubt };
    }

    private PhotoResult Colorize(
        Photo photo, Func<Photo, IReadOnlyList<string>> save, PhotoOptions options, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        Check(photo, options, stop);
        var colors = colorizer.Predict(photo, options.Look, stop);
        var doubt = options.Doubt ? colorizer.Doubt(photo, stop) : null;
        using var colored = photo.WithChroma(colors.Chroma, colorizer.Signature);
        var lost = save(colored);
        return Result(photo, colors, lost, clock) with { Doubt = doubt };
    }

    private void Check(Photo photo, PhotoOptions options, CancellationToken stop)
    {
        options.CheckFor(colorizer);
        if (!options.Recolor && photo.HasColor(stop)) throw InColor(photo);
    }

    internal static PhotoException InColor(Photo photo) =>
        new(photo.Name, "a black-and-white or toned photo", "one in colour") { Option = nameof(PhotoOptions.Recolor) };

    private static PhotoResult Result(Photo photo, Colors colors, IReadOnlyList<string> lost, Stopwatch clock) =>
        new(photo.Width, photo.Height, photo.Bits, colors.Scene, colors.MeanChroma, [.. Remarks(photo, colors, lost)],
            clock.Elapsed);

    private static IEnumerable<string> Remarks(Photo photo, Colors colors, IReadOnlyList<string> lost)
    {
        foreach (var remark in PhotoRemarks.Of(photo, colors, lost)) yield return remark;
        if (photo.MorePages > 0)
            yield return $"{photo.MorePages} more page{(photo.MorePages == 1 ? "" : "s")} left out";
    }
}
