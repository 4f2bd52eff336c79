using System.Collections.Concurrent;

namespace Colorist.Evaluation;

/// <summary>Compares what a model makes of pictures with their true colours, and with leaving them grey.</summary>
public sealed class Evaluator
{
    private readonly Func<Photo, (Photo Colored, float[] Probabilities)> colorize;
    private readonly IReadOnlyList<string> labels;

    /// <summary>Evaluates any way of colouring that knows no scenes.</summary>
    /// <param name="colorize">
    /// Gives a photo colour; called by several threads at once. What it returns is disposed.
    /// </param>
    public Evaluator(Func<Photo, Photo> colorize) : this(photo => (colorize(photo), []), []) { }

    internal Evaluator(Func<Photo, (Photo Colored, float[] Probabilities)> colorize, IReadOnlyList<string> labels) =>
        (this.colorize, this.labels) = (colorize, labels);

    /// <summary>Evaluates a model as its users meet it: exported, loaded, at its render size.</summary>
    /// <param name="colorizer">Stays the caller's.</param>
    /// <param name="look">Which colours are wanted; null for the model's own.</param>
    public static Evaluator For(Colorizer colorizer, Look? look = null) => new(
        photo =>
        {
            var colors = colorizer.Predict(photo, look);
            return (photo.WithChroma(colors.Chroma), colors.Scene?.Probabilities ?? []);
        },
        colorizer.Card.Labels);

    /// <summary>
    /// The mean scene of a data set: as the style of every picture, it takes from a model what its global features know
    /// of that picture.
    /// </summary>
    /// <param name="colorizer">A model with global features.</param>
    /// <param name="source">The pictures; those that cannot be read are left out.</param>
    /// <param name="options">
    /// How many, and to what size they are brought; null for every picture as stored.
    /// </param>
    /// <param name="progress">Is told the number of pictures done.</param>
    /// <param name="cancellation">Ends it between two pictures.</param>
    /// <exception cref="ArgumentException">The model has no global features, or no picture can be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Scene MeanScene(
        Colorizer colorizer, IPictureSource source, EvaluationOptions? options = null, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(colorizer);
        if (!colorizer.Card.HasGlobal)
            throw new ArgumentException(
                $"expected a model with global features, found {colorizer.Card.Name} without");
        options ??= new EvaluationOptions();
        options.Check();
        var scenes = new List<(Scene, float)>();
        foreach (var (_, picture) in Pictures(source, options))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                using var photo = Open(picture, options);
                scenes.Add((colorizer.Describe(photo), 1));
            }
            catch (PhotoException)
            {
                continue; // whoever measures it says so
            }

            progress?.Report(scenes.Count);
        }

        return Scene.Mix(scenes);
    }

    /// <summary>Measures every picture of a data set; holds only as many in memory as it works on.</summary>
    /// <param name="source">Pictures in true colour; scene labels are matched with the model's by name.</param>
    /// <param name="options">Null for every picture as stored.</param>
    /// <param name="progress">Is told the number of pictures done, skipped ones included.</param>
    /// <param name="cancellation">Ends the evaluation between two pictures.</param>
    /// <exception cref="DataException">
    /// No picture could be evaluated, or a folder for pictures has some already.
    /// </exception>
    /// <exception cref="OperationCanceledException">
    /// It was cancelled, before the first picture or without <see cref="EvaluationOptions.KeepsPartWhenStopped"/>.
    /// </exception>
    public async Task<EvaluationResult> Run(
        IPictureSource source, EvaluationOptions? options = null, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        options ??= new EvaluationOptions();
        options.Check();
        if (options.PicturesTo is { } folder) KeptPictures.Prepare(folder);
        var (scored, skipped) = (new ConcurrentBag<PictureScores>(), new ConcurrentBag<SkippedPicture>());
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Parallelism,
            CancellationToken = cancellation
        };
        var measuring = Parallel.ForEachAsync(Pictures(source, options), parallel, (item, _) =>
        {
            var (index, picture) = item;
            try
            {
                scored.Add(Measure(index, picture, picture.Label is { } label ? source.Labels[label] : null, options));
            }
            catch (PhotoException exception)
            {
                skipped.Add(new SkippedPicture(picture.Name, exception.Message));
            }
            progress?.Report(scored.Count + skipped.Count);
            return ValueTask.CompletedTask;
        });
        await Finish(measuring, () => options.KeepsPartWhenStopped && !scored.IsEmpty);
        PictureScores[] pictures = [.. scored.OrderBy(picture => picture.Index)];
        return pictures.Length > 0
            ? new EvaluationResult(pictures, [.. skipped.OrderBy(picture => picture.Name)], labels.Count, options)
            : throw new DataException(skipped.MinBy(picture => picture.Name)?.Name
                ?? "pictures", "pictures to evaluate", skipped.IsEmpty
                    ? "none"
                    : $"{skipped.Count} that cannot be used; {skipped.MinBy(picture => picture.Name)!.Reason}");
    }

    /// <summary>Colours single pictures of a data set, to look at them.</summary>
    /// <param name="source">The data set.</param>
    /// <param name="indices">Places in its stored order, from 0.</param>
    /// <param name="options">Null for every picture as stored.</param>
    /// <returns>A picture for each index that the data set has.</returns>
    /// <exception cref="PhotoException">One of the pictures cannot be read.</exception>
    public IReadOnlyDictionary<int, ColoredPicture> Color(
        IPictureSource source, IReadOnlySet<int> indices, EvaluationOptions? options = null,
        CancellationToken stop = default)
    {
        options ??= new EvaluationOptions();
        options.Check();
        var colored = new Dictionary<int, ColoredPicture>();
        foreach (var (index, picture) in Pictures(source, options))
        {
            stop.ThrowIfCancellationRequested();
            if (!indices.Contains(index)) continue;
            using var photo = Open(picture, options);
            colored.Add(index, Color(photo).Picture);
            if (colored.Count == indices.Count) break;
        }
        return colored;
    }

    private static async Task Finish(Task measuring, Func<bool> keepsPart)
    {
        try
        {
            await measuring;
        }
        catch (OperationCanceledException) when (keepsPart())
        {
            // What is measured is the result.
        }
    }

    private static IEnumerable<(int Index, LabelledPicture Picture)> Pictures(
        IPictureSource source, EvaluationOptions options) =>
        source.Read(shuffleSeed: null).Take(options.MaxPictures ?? int.MaxValue).Index();

    private PictureScores Measure(int index, LabelledPicture picture, string? scene, EvaluationOptions options)
    {
        using var photo = Open(picture, options);
        if (Math.Min(photo.Width, photo.Height) < StructuralSimilarity.Window)
        {
            var expected = $"at least {StructuralSimilarity.Window} pixels on each side";
            throw new PhotoException(picture.Name, expected, $"{photo.Width}×{photo.Height}");
        }

        var (colored, probabilities) = Color(photo);
        if (options.PicturesTo is { } folder) KeptPictures.Write(folder, index, colored);
        options.Seen?.Invoke(colored);
        var (truth, grey, predicted) = colored;
        var label = scene is null ? -1 : Enumerable.Range(0, labels.Count).FirstOrDefault(i => labels[i] == scene, -1);
        return new PictureScores(
            index,
            picture.Name,
            Scores.Compare(truth.Pixels, predicted.Pixels, truth.Width, truth.Height),
            Scores.Compare(truth.Pixels, grey.Pixels, truth.Width, truth.Height),
            Measures.Colorfulness(truth.Pixels),
            label < 0 ? null : SceneRank.In(probabilities, label));
    }

    private static Photo Open(LabelledPicture picture, EvaluationOptions options)
    {
        var stored = Photo.Load(picture.Encoded, picture.Name);
        if (options is { Side: null, LongestSide: null }) return stored;
        using (stored)
        {
            var rgb = Rgb(stored);
            var scaled = options.Side is { } side
                ? RgbScaling.To(rgb, side, side)
                : RgbScaling.Within(rgb, options.LongestSide!.Value);
            return Photo.FromRgb(scaled.Width, scaled.Height, scaled.Pixels);
        }
    }

    private (ColoredPicture Picture, float[] Probabilities) Color(Photo photo)
    {
        using var grey = photo.WithoutColor();
        var (colored, probabilities) = colorize(photo);
        using (colored) return (new ColoredPicture(Rgb(photo), Rgb(grey), Rgb(colored)), probabilities);
    }

    private static RgbPicture Rgb(Photo photo) => new(photo.Width, photo.Height, photo.ToRgb());
}
