namespace Colorist.Training;

/// <summary>An endless stream of training batches, each decoded by all cores.</summary>
/// <param name="source">The pictures.</param>
/// <param name="recipe">Says how they are scaled, cut and aged.</param>
/// <param name="ahead">
/// Batches decoded ahead of the one that is asked for. More than 0 pays where another processor does the training;
/// where the same cores do, whatever they decode meanwhile makes all of them wait.
/// </param>
/// <param name="larger">The larger pictures, for recipes whose stages have steps for them.</param>
/// <remarks>
/// Every random choice comes from the seed and the picture's place in the stream, so that a position alone resumes the
/// same stream.
/// </remarks>
public sealed class BatchReader(
    IPictureSource source, Recipe recipe, int ahead = 0, IPictureSource? larger = null)
{
    private const int LargerSet = 1; // set apart from the other pictures by its seed
    private const int Turns = 2;     // so are the draws of which steps are theirs

    private readonly PictureDecoder decoder = new(recipe);

    /// <summary>Streams batches from a position on, without end.</summary>
    /// <exception cref="DataException">The data set is damaged or holds no picture.</exception>
    public IEnumerable<Batch> From(DataPosition start)
    {
        var decoding = new Queue<Task<Batch>>();
        foreach (var (pictures, crop, end) in Groups(start))
        {
            decoding.Enqueue(Task.Run(() => decoder.Decode(pictures, crop, end)));
            if (decoding.Count > ahead) yield return decoding.Dequeue().GetAwaiter().GetResult();
        }
    }

    private IEnumerable<((LabelledPicture Picture, int Seed)[] Pictures, CropRecipe Crop, DataPosition End)> Groups(
        DataPosition start)
    {
        using var usual =
            new PictureStream(source, recipe.Data.Training, recipe.Seed, (start.Epoch, start.Index));
        using var others = larger is null
            ? null
            : new PictureStream(larger, recipe.Data.Larger!, SeedOf(LargerSet), (start.LargerEpoch, start.LargerIndex));
        for (var seen = start.Seen; ;)
        {
            var stage = recipe.StageAt(seen);
            var isLarger = others is not null && stage.Larger is { } some && IsTheirs(seen, some.Share);
            CropRecipe crop = isLarger ? stage.Larger! : stage;
            var pictures = (isLarger ? others! : usual).Take(crop.Batch);
            seen += pictures.Length;
            var (epoch, index) = usual.Position;
            var (largerEpoch, largerIndex) = others?.Position ?? (0, 0);
            yield return (pictures, crop, new DataPosition(seen, epoch, index, largerEpoch, largerIndex));
        }
    }

    private bool IsTheirs(long seen, double share) =>
        new Random(unchecked((int)Shuffling.Seed(SeedOf(Turns), 0, seen))).NextDouble() < share;

    private int SeedOf(int set) => unchecked((int)Shuffling.Seed(recipe.Seed, set));
}
