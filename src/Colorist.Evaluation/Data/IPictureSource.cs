namespace Colorist.Evaluation;

/// <summary>A data set of pictures, streamed.</summary>
public interface IPictureSource
{
    /// <summary>Scene names in label order; empty when the data set has none.</summary>
    IReadOnlyList<string> Labels { get; }

    /// <summary>Streams every picture once.</summary>
    /// <param name="shuffleSeed">The same seed gives the same order; null gives the stored order.</param>
    IEnumerable<LabelledPicture> Read(ulong? shuffleSeed);
}
