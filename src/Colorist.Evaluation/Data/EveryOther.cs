namespace Colorist.Evaluation;

/// <summary>
/// One half of a data set, picture by picture in stored order: to fit on one half and measure on the other.
/// </summary>
public sealed class EveryOther(IPictureSource source, bool first) : IPictureSource
{
    public IReadOnlyList<string> Labels => source.Labels;

    public IEnumerable<LabelledPicture> Read(ulong? shuffleSeed) =>
        source.Read(shuffleSeed: null).Where((_, index) => index % 2 == 0 == first);
}
