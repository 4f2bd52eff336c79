using System.Numerics;

namespace Colorist.Evaluation;

/// <summary>
/// Measures what style transfer does: how far a picture's colour statistics move towards those of the picture whose
/// style it takes.
/// </summary>
/// <remarks>Statistics are the mean and the standard deviation of a* and of b* over a picture: four numbers.</remarks>
public static class StyleStudy
{
    /// <summary>
    /// Gives every picture the style of another one of its own scene label, and of one of another label: its scene; and
    /// with a model that takes palettes, its palette alone, and both.
    /// </summary>
    /// <param name="colorizer">A model with global features.</param>
    /// <param name="pictures">Pictures in true colour with scene labels.</param>
    /// <param name="progress">Is told the number of pictures done.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="DataException">There are no two pictures of one scene, or no two scenes.</exception>
    public static IReadOnlyList<StyleResult> Measure(Colorizer colorizer, IReadOnlyList<LabelledPicture> pictures,
        IProgress<int>? progress = null, CancellationToken stop = default)
    {
        var scenes = pictures.Where(picture => picture.Label is not null).GroupBy(picture => picture.Label)
            .Select(scene => scene.Count()).ToList();
        if (scenes.Count < 2 || scenes.Max() < 2 || scenes.Sum() < pictures.Count)
            throw new DataException("styles", "pictures of two scenes or more, all with a label, two of one scene",
                $"{pictures.Count} pictures, {scenes.Sum()} with a label, {scenes.Count} scenes");
        var seen = 0;
        var described = pictures.AsParallel().AsOrdered().WithCancellation(stop).Select(picture =>
        {
            progress?.Report(Interlocked.Increment(ref seen));
            return new Described(colorizer, picture);
        }).ToList();
        var kinds = new (string Name, Func<int, int> Style)[]
        {
            ("the same scene label", i => Next(pictures, i, 1, (own, other) => own == other)),
            ("another scene label", i => Next(pictures, i, pictures.Count / 2, (own, other) => own != other)),
        };
        var ways = Ways(colorizer);
        return [.. kinds.SelectMany(
            kind => ways.Select(way => Result(kind.Name, way, colorizer, described, kind.Style, stop)))];
    }

    private static IReadOnlyList<(string Name, Func<Described, Look> Look)> Ways(Colorizer colorizer)
    {
        (string, Func<Described, Look>) scene = ("scene", style => new Look { Style = style.Scene });
        return colorizer.Card.PaletteLength == 0
            ? [scene]
            :
            [
                scene,
                ("palette", style => new Look { Palette = style.Palette }),
                ("scene and palette", style => new Look { Style = style.Scene, Palette = style.Palette }),
            ];
    }

    private static StyleResult Result(
        string name, (string Name, Func<Described, Look> Look) way, Colorizer colorizer, List<Described> pictures,
        Func<int, int> styleOf, CancellationToken stop)
    {
        var pairs = Enumerable.Range(0, pictures.Count).Select(i => (Own: pictures[i], Style: pictures[styleOf(i)]))
            .Where(pair => pair.Own != pair.Style);
        var found = pairs.AsParallel().WithCancellation(stop).Select(pair =>
        {
            var styled = pair.Own.Colored(colorizer, way.Look(pair.Style));
            Vector4 own = Statistics(pair.Own.Plain), now =
                Statistics(styled), painted = Statistics(pair.Style.Plain), truth = Statistics(pair.Style.Truth);
            return (
                AlongPainted: Vector4.Dot(now - own, painted - own), Painted: (painted - own).LengthSquared(),
                AlongTruth: Vector4.Dot(now - own, truth - own), Truth: (truth - own).LengthSquared(),
                From: (truth - own).Length(), To: (truth - now).Length(),
                Before: Error(pair.Own.Plain, pair.Own.Truth), After: Error(styled, pair.Own.Truth));
        }).ToList();
        return new StyleResult(name, way.Name, found.Count)
        {
            TowardsPainted = found.Sum(pair => pair.AlongPainted) / found.Sum(pair => pair.Painted),
            TowardsTruth = found.Sum(pair => pair.AlongTruth) / found.Sum(pair => pair.Truth),
            DistanceBefore = found.Average(pair => pair.From),
            DistanceAfter = found.Average(pair => pair.To),
            ErrorBefore = Math.Sqrt(found.Average(pair => pair.Before)),
            ErrorAfter = Math.Sqrt(found.Average(pair => pair.After)),
        };
    }

    private static int Next(IReadOnlyList<LabelledPicture> pictures, int from, int step, Func<int?, int?, bool> wanted)
    {
        for (var i = (from + step) % pictures.Count; i != from; i = (i + 1) % pictures.Count)
            if (wanted(pictures[from].Label, pictures[i].Label)) return i;
        return from;
    }

    private static Vector4 Statistics(ChromaPlanes chroma)
    {
        var (meanA, spreadA) = MeanAndSpread(chroma.A);
        var (meanB, spreadB) = MeanAndSpread(chroma.B);
        return new Vector4(meanA, meanB, spreadA, spreadB);
    }

    private static (float Mean, float Spread) MeanAndSpread(float[] values)
    {
        var mean = values.Average();
        return (mean, MathF.Sqrt(values.Average(value => (value - mean) * (value - mean))));
    }

    private static double Error(ChromaPlanes found, ChromaPlanes truth) =>
        (found.A.Zip(truth.A, (one, other) => (one - other) * (one - other)).Average() + found.B
            .Zip(truth.B, (one, other) => (one - other) * (one - other)).Average()) / 2;

    private sealed class Described
    {
        private readonly LabelledPicture picture;
        private readonly LightnessPlane lightness;

        public Described(Colorizer colorizer, LabelledPicture picture)
        {
            this.picture = picture;
            using var photo = Photo.Load(picture.Encoded, picture.Name);
            (lightness, Truth) = UpsamplingStudy.Planes(photo);
            Scene = colorizer.Describe(photo);
            Palette = Palette.FromPhoto(photo);
            Plain = Colored(colorizer, new Look());
        }

        public ChromaPlanes Truth { get; }

        public ChromaPlanes Plain { get; }

        public Scene Scene { get; }

        public Palette Palette { get; }

        public ChromaPlanes Colored(Colorizer colorizer, Look look)
        {
            using var photo = Photo.Load(picture.Encoded, picture.Name);
            return colorizer.Predict(photo, look).Chroma.At(lightness);
        }
    }
}
