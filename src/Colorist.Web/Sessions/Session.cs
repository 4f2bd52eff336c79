namespace Colorist.Web;

/// <summary>
/// A photo on the page: its upload, its look and strokes, and a small copy of it whose colours are found already.
/// </summary>
/// <param name="upload">The photo; its folder is the session's.</param>
/// <param name="width">Columns of the photo.</param>
/// <param name="height">Rows of the photo.</param>
/// <param name="extension">Of the photo's format, such as .png.</param>
/// <param name="colorizer">The model.</param>
internal sealed class Session(Upload upload, int width, int height, string extension, Colorizer colorizer) : Workpiece
{
    private const double PreviewSide = 1600; // the longer one, in pixels
    private const string StrokesFile = "strokes";

    private readonly SemaphoreSlim gate = new(1);
    private readonly WishedLook look = new(colorizer);
    private Photo? preview;
    private Painting? painting;
    private ReadOnlyMemory<byte> drawn; // the picture of the strokes
    private Hints? strokes;

    public Upload Upload => upload;

    public int Width => width;

    public int Height => height;

    public string Extension => extension;

    /// <summary>Columns and rows of the small copy.</summary>
    public (int Width, int Height) PreviewSize { get; } = SmallCopy.Size(width, height, PreviewSide);

    /// <summary>The small copy in grey, as JPEG.</summary>
    public Task<byte[]> BeforeAsync(CancellationToken stop) =>
        Guarded(async () => SmallCopy.Encoded(await PreviewAsync(stop)), stop);

    /// <summary>Changes the look.</summary>
    /// <param name="wished">Its fields; the session deletes its folder.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The small copy in colour, as JPEG.</returns>
    public Task<byte[]> ChangeLookAsync(Upload wished, CancellationToken stop) => Guarded(
        async () =>
        {
            if (await look.ChangeAsync(wished, stop)) painting = null;
            return await AfterAsync(stop);
        },
        stop);

    /// <summary>Changes the strokes.</summary>
    /// <param name="picture">Strokes on a transparent ground, as large as the small copy; empty for none.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The small copy in colour, as JPEG.</returns>
    public Task<byte[]> ChangeStrokesAsync(ReadOnlyMemory<byte> picture, CancellationToken stop) => Guarded(
        async () =>
        {
            strokes = picture.IsEmpty ? null : Hints.Load(picture, "strokes", PreviewSize.Width, PreviewSize.Height);
            drawn = picture;
            return await AfterAsync(stop);
        },
        stop);

    /// <summary>Several colourings to choose from, as the look has them otherwise.</summary>
    /// <param name="count">How many, 2..9.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="ArgumentException">The model has no palettes.</exception>
    public Task<IReadOnlyList<CandidateView>> CandidatesAsync(int count, CancellationToken stop) => Guarded(
        async () =>
        {
            using var photo = Photo.Load(upload.File, stop: stop);
            var candidates = await colorizer.CandidatesAsync(photo, count, look.Value with { Palette = null }, stop);
            return await Task.Run(() => CandidateView.Of(photo, candidates, look.Value), stop);
        },
        stop);

    /// <summary>Puts all that the photo's own colours come from into the folder of a job.</summary>
    /// <returns>Its options, and its colours as far as they are found.</returns>
    public Task<(FormFields Fields, Painting? Painting)> HandOverAsync(
        string folder, CancellationToken stop) => Guarded(
        () =>
        {
            File.Copy(upload.File, Path.Combine(folder, UploadReader.FileField));
            if (!drawn.IsEmpty) File.WriteAllBytes(Path.Combine(folder, StrokesFile), drawn.Span);
            return Task.FromResult((look.Fields.CopyTo(folder, ApiSubject.Photo), painting));
        },
        stop);

    /// <summary>The strokes that were handed over to a job; null for none.</summary>
    public static Hints? Strokes(string folder, int width, int height)
    {
        var (file, (small, low)) =
            (Path.Combine(folder, StrokesFile), SmallCopy.Size(width, height, PreviewSide));
        return File.Exists(file) ? Hints.Load(file, small, low) : null;
    }

    /// <summary>Gives back what can be found again.</summary>
    public void Cool()
    {
        if (!gate.Wait(0)) return; // in use
        preview?.Dispose();
        (preview, painting) = (null, null);
        gate.Release();
    }

    public override void Dispose()
    {
        Storage.Delete(upload.Folder);
        look.Dispose();
    }

    private async Task<T> Guarded<T>(Func<Task<T>> work, CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<byte[]> AfterAsync(CancellationToken stop)
    {
        var copy = await PreviewAsync(stop);
        var found = await PaintingAsync(stop);
        return await Task.Run(
            () =>
            {
                using var colored = copy.WithChroma(found.Find(strokes, look.Value).Chroma);
                return SmallCopy.Encoded(colored);
            },
            stop);
    }

    private async Task<Painting> PaintingAsync(CancellationToken stop)
    {
        if (painting is not null) return painting;
        using var photo = Photo.Load(upload.File, stop: stop);
        return painting = await colorizer.PaintAsync(photo, look.Value, stop);
    }

    private async Task<Photo> PreviewAsync(CancellationToken stop) => preview ??= await Task.Run(
        () =>
        {
            using var photo = Photo.Load(upload.File, stop: stop);
            return SmallCopy.Of(photo, PreviewSide);
        },
        stop);
}
