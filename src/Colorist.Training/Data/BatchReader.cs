namespace Colorist.Training;

/// <summary>An endless stream of training batches, each decoded by all cores.</summary>
/// <param name="source">The pictures.</param>
/// <param name="recipe">Says how they are scaled, cut and aged.</param>
/// <param name="ahead">
/// Batches decoded ahead of the one that is asked for. More than 0 pays where another processor does the training;
/// where the same cores do, whatever they decode meanwhile makes all of them wait.
/// </param>
/// <remarks>
/// Every random choice comes from the seed and the picture's place in the stream, so that a position alone resumes the
/// same stream.
/// </remarks>
public sealed class BatchReader(IPictureSource source, Recipe recipe, int ahead = 0)
{
    /// <summary>Streams batches from a position on, without end.</summary>
    /// <exception cref="DataException">The data set is damaged or holds no picture.</exception>
    public IEnumerable<Batch> From(DataPosition start)
    {
        var decoding = new Queue<Task<Batch>>();
        foreach (var (pictures, stage) in Groups(start))
        {
            decoding.Enqueue(Task.Run(() => Decode(pictures, stage)));
            if (decoding.Count > ahead) yield return decoding.Dequeue().GetAwaiter().GetResult();
        }
    }

    private IEnumerable<((LabelledPicture Picture, DataPosition After)[] Pictures, Stage Stage)> Groups(
        DataPosition start)
    {
        var pictures = new List<(LabelledPicture Picture, DataPosition After)>();
        var stage = recipe.StageAt(start.Seen);
        foreach (var (picture, after) in Endless(start))
        {
            pictures.Add((picture, after));
            if (pictures.Count < stage.Batch) continue;
            yield return ([.. pictures], stage);
            pictures.Clear();
            stage = recipe.StageAt(after.Seen);
        }
    }

    /// <summary>Every picture with the position after it.</summary>
    private IEnumerable<(LabelledPicture Picture, DataPosition After)> Endless(DataPosition start)
    {
        var (seen, skip) = (start.Seen, start.Index);
        for (var epoch = start.Epoch; ; epoch++, skip = 0)
        {
            var index = skip;
            foreach (var picture in source.Read(Shuffling.Seed(recipe.Seed, epoch)).Skip((int)skip))
                yield return (picture, new DataPosition(++seen, epoch, ++index));
            if (index == 0) throw new DataException(recipe.Data.Training, "pictures to train with", "none");
        }
    }

    private Batch Decode((LabelledPicture Picture, DataPosition After)[] pictures, Stage stage)
    {
        var plane = stage.Side * stage.Side;
        var lightness = new float[pictures.Length * plane];
        var chroma = new float[pictures.Length * plane / 2];
        var failures = new string?[pictures.Length];
        Parallel.For(0, pictures.Length,
            i => failures[i] =
                Decode(pictures[i].Picture, Seed(pictures[i].After), stage, Part(lightness, i), Part(chroma, i)));
        var readable = Enumerable.Range(0, pictures.Length).Where(i => failures[i] is null).ToArray();
        foreach (var (to, from) in readable.Index())
        {
            if (to == from) continue;
            Part(lightness, from).CopyTo(Part(lightness, to));
            Part(chroma, from).CopyTo(Part(chroma, to));
        }
        if (readable.Length < pictures.Length)
            (lightness, chroma) = (lightness[..(readable.Length * plane)], chroma[..(readable.Length * plane / 2)]);
        return new Batch(
            stage.Side, lightness, chroma,
            [.. readable.Select(i => (long)(pictures[i].Picture.Label ?? -1))], pictures[^1].After,
            [.. failures.OfType<string>()]);

        Span<float> Part(float[] values, int i) =>
            values.AsSpan(values.Length / pictures.Length * i, values.Length / pictures.Length);
    }

    /// <returns>What is wrong with the picture; null if nothing is.</returns>
    private string? Decode(LabelledPicture picture, int seed, Stage stage, Span<float> lightness, Span<float> chroma)
    {
        try
        {
            var random = new Random(seed);
            var scale = stage.LargestScale is { } largest ? random.Next(stage.Scale, largest + 1) : stage.Scale;
            using var decoded = DecodedPicture.Decode(picture.Encoded, picture.Name, scale);
            Crop.Random(decoded, stage.Side, scale, random).CopyTo(decoded, lightness, chroma);
            if (recipe.Ageing is { } ageing) Ageing.Apply(lightness, stage.Side, ageing, random);
            return null;
        }
        catch (PhotoException exception)
        {
            return exception.Message;
        }
    }

    private int Seed(DataPosition after) => unchecked((int)Shuffling.Seed(recipe.Seed, after.Epoch, after.Index));
}
