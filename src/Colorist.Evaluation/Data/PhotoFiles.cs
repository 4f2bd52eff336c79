namespace Colorist.Evaluation;

/// <summary>Photographs without scene labels.</summary>
public sealed class PhotoFiles(string[] files) : IPictureSource
{
    public IReadOnlyList<string> Labels => [];

    public IEnumerable<LabelledPicture> Read(ulong? shuffleSeed)
    {
        var order = (string[])files.Clone();
        if (shuffleSeed is { } seed) new Random(unchecked((int)seed)).Shuffle(order);
        return order.Select(file => new LabelledPicture(Path.GetFileName(file), File.ReadAllBytes(file), Label: null));
    }
}
