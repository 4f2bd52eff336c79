namespace Colorist.Evaluation;

/// <summary>
/// Makes moods: for each rule it takes the pictures whose true colours fit best, has the model colour them from their
/// lightness, keeps those whose computed colours fit best too, and averages their scenes. Without that second choice a
/// mood would be full of pictures in which the model does not see what they are: a sunset that it takes for a blue sky
/// says nothing of sunsets.
/// </summary>
/// <param name="colorizer">The model.</param>
/// <param name="rules">What to look for.</param>
public sealed class MoodSearch(Colorizer colorizer, IReadOnlyList<MoodRule> rules)
{
    /// <summary>Pictures that the true colours choose, for each mood.</summary>
    public const int Candidates = 400;

    /// <summary>Pictures of those that the computed colours choose.</summary>
    public const int Kept = 40;

    private const int MeasuredSide = 32;

    /// <summary>Finds the moods.</summary>
    /// <param name="source">Pictures in true colour with scene labels; those without a label are not looked at.</param>
    /// <param name="progress">Is told the number of pictures looked at.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>A mood for each rule that any picture fits, in the rules' order.</returns>
    public IReadOnlyList<Mood> Find(
        IPictureSource source, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        // the worst of the best comes out first
        var best = rules.Select(_ => new PriorityQueue<LabelledPicture, double>()).ToList();
        var seen = 0;
        foreach (var (picture, colors) in Measured(source, stop))
        {
            for (var i = 0; i < rules.Count; i++)
                if (rules[i].Scenes.Contains(source.Labels[picture.Label!.Value])
                    && rules[i].Score(colors) is { } score)
                    Keep(best[i], picture, score, Candidates);
            progress?.Report(++seen);
        }

        return [.. rules.Zip(best).Where(pair => pair.Second.Count > 0)
            .Select(pair => Average(pair.First, pair.Second, stop))];
    }

    private Mood Average(MoodRule rule, PriorityQueue<LabelledPicture, double> pictures, CancellationToken stop)
    {
        var count = pictures.Count;
        var best = new PriorityQueue<(Scene Scene, Palette Palette), double>();
        foreach (var (picture, _) in pictures.UnorderedItems)
        {
            var (scene, palette, colors) = Colored(picture, stop);
            Keep(best, (scene, palette), rule.Score(colors) ?? double.NegativeInfinity, Kept);
        }

        var kept = best.UnorderedItems.Select(item => item.Element).ToList();
        var palettes = colorizer.Card.PaletteLength > 0
            ? Palette.Mix([.. kept.Select(one => (one.Palette, 1f))])
            : null;
        var mean = Scene.Mix([.. kept.Select(one => (one.Scene, 1f))]);
        return new Mood(rule.Name, $"{best.Count} of {count} pictures: {rule.Description}", mean, palettes);
    }

    private (Scene Scene, Palette Palette, PictureColors Colors) Colored(
        LabelledPicture picture, CancellationToken stop)
    {
        using var photo = Photo.Load(picture.Encoded, picture.Name, stop: stop);
        var palette = Palette.FromPhoto(photo);
        var colors = colorizer.Predict(photo, Wanted(palette), stop);
        using var colored = photo.WithChroma(colors.Chroma);
        return (colorizer.Describe(photo), palette,
            PictureColors.FromPicture(new RgbPicture(colored.Width, colored.Height, colored.ToRgb(stop))));
    }

    private Look Wanted(Palette palette) => new() { Palette = colorizer.Card.PaletteLength > 0 ? palette : null };

    private static void Keep<T>(PriorityQueue<T, double> best, T item, double score, int most)
    {
        if (best.Count < most) best.Enqueue(item, score);
        else best.EnqueueDequeue(item, score);
    }

    private static ParallelQuery<(LabelledPicture Picture, PictureColors Colors)> Measured(
        IPictureSource source, CancellationToken stop) => source
        .Read(shuffleSeed: null)
        .Where(picture => picture.Label is not null)
        .AsParallel().AsOrdered().WithCancellation(stop)
        .Select(picture =>
            (picture, PictureColors.FromPicture(RgbPicture.Decode(picture.Encoded, picture.Name, MeasuredSide))));
}
