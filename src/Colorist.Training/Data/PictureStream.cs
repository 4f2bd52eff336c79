namespace Colorist.Training;

/// <summary>The pictures of a data set without end, each pass in another order.</summary>
/// <param name="source">The pictures.</param>
/// <param name="name">Of the data set, for messages.</param>
/// <param name="seed">Decides the orders.</param>
/// <param name="start">Whole passes before, and pictures of the present one.</param>
internal sealed class PictureStream(IPictureSource source, string name, int seed, (int Epoch, long Index) start)
    : IDisposable
{
    private readonly IEnumerator<(LabelledPicture Picture, int Epoch, long Index)> pictures =
        Endless(source, name, seed, start).GetEnumerator();

    /// <summary>Whole passes, and pictures of the present one.</summary>
    public (int Epoch, long Index) Position { get; private set; } = start;

    /// <summary>The next pictures, each with a seed of its own.</summary>
    public (LabelledPicture Picture, int Seed)[] Take(int count)
    {
        var taken = new (LabelledPicture, int)[count];
        for (var i = 0; i < count && pictures.MoveNext(); i++)
        {
            var (picture, epoch, index) = pictures.Current;
            Position = (epoch, index);
            taken[i] = (picture, unchecked((int)Shuffling.Seed(seed, epoch, index)));
        }
        return taken;
    }

    /// <inheritdoc/>
    public void Dispose() => pictures.Dispose();

    private static IEnumerable<(LabelledPicture Picture, int Epoch, long Index)> Endless(
        IPictureSource source, string name, int seed, (int Epoch, long Index) start)
    {
        var skip = start.Index;
        for (var epoch = start.Epoch; ; epoch++, skip = 0)
        {
            var index = skip;
            foreach (var picture in source.Read(Shuffling.Seed(seed, epoch)).Skip((int)skip))
                yield return (picture, epoch, ++index);
            if (index == 0) throw new DataException(name, "pictures to train with", "none");
        }
    }
}
