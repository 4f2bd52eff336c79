using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>
/// How alike made and true pictures look to a trunk that learned from ImageNet: LPIPS-R18, place by place, and FID-R18,
/// all pictures together. They are not the published LPIPS and FID, which look through other networks; and a model that
/// was trained with this trunk has an advantage by them.
/// </summary>
/// <param name="trunk">In colour; disposed with this.</param>
internal sealed class TrunkMeasures(ColorTrunk trunk) : IDisposable
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar Bytes = 255;

    private readonly Lock one = new(); // Torch keeps memory for each thread that computes
    private readonly List<Tensor> truths = [];
    private readonly List<Tensor> models = [];
    private readonly List<Tensor> greys = [];
    private double modelDistance;
    private double greyDistance;

    /// <summary>Looks at one picture in its three colours; threads wait for each other.</summary>
    public void Add(ColoredPicture picture)
    {
        lock (one)
        {
            using var scope = NewDisposeScope();
            using var noGradients = no_grad();
            var maps = Maps([picture.Truth, picture.Predicted, picture.Grey]); // 3 × C × h × w each
            modelDistance += Distance(maps, 1);
            greyDistance += Distance(maps, 2);
            var features = maps[^1].mean([2, 3]);                              // 3 × 512
            foreach (var (crowd, i) in new[] { (truths, 0), (models, 1), (greys, 2) })
                crowd.Add(features[i].clone().MoveToOuterDisposeScope());
        }
    }

    /// <summary>What the pictures so far come to, as lines of a report; at least two pictures.</summary>
    public IReadOnlyList<MeasureRow> Rows()
    {
        using var scope = NewDisposeScope();
        var (truth, model, grey) = (stack(truths), stack(models), stack(greys));
        return
        [
            new("LPIPS-R18, lower is better", $"{modelDistance / truths.Count:f3}",
                $"{greyDistance / truths.Count:f3}", "0"),
            new("FID-R18, lower is better", $"{FrechetDistance.Between(truth, model):f2}",
                $"{FrechetDistance.Between(truth, grey):f2}", "0"),
        ];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var features in truths.Concat(models).Concat(greys)) features.Dispose();
        trunk.Dispose();
    }

    private Tensor[] Maps(RgbPicture[] pictures)
    {
        byte[] bytes = [.. pictures.SelectMany(picture => picture.Pixels)];
        var pixels = tensor(bytes, [pictures.Length, pictures[0].Height, pictures[0].Width, 3]).permute(0, 3, 1, 2);
        var maps = trunk.forward(pixels.to(ScalarType.Float32).div(Bytes));
        return [maps.Quarter, maps.Eighth, maps.Sixteenth, maps.ThirtySecond];
    }

    /// <summary>
    /// From the first picture to another: each place's features at length 1, their squared distance, the mean over the
    /// places; the sum over the four maps (as Zhang and others 2018, without learned weights).
    /// </summary>
    private static double Distance(Tensor[] maps, int other) => maps.Select(Unit)
        .Sum(map => ChromaDifference.SquaredLength(map[..1].sub(map[other..(other + 1)])).mean().item<float>());

    private static Tensor Unit(Tensor map) => nn.functional.normalize(map, dim: 1);
}
