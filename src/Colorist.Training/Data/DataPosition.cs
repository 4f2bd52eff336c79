namespace Colorist.Training;

/// <summary>Where training stands in its endless stream of pictures.</summary>
/// <param name="Seen">Pictures seen since the start of training.</param>
/// <param name="Epoch">Whole passes over the data set.</param>
/// <param name="Index">Pictures seen of the present pass.</param>
/// <param name="LargerEpoch">Whole passes over the larger pictures, where the recipe has such.</param>
/// <param name="LargerIndex">Pictures seen of the present pass over them.</param>
public sealed record DataPosition(long Seen, int Epoch, long Index, int LargerEpoch = 0, long LargerIndex = 0)
{
    /// <summary>Before the first picture.</summary>
    public static DataPosition Start { get; } = new(0, 0, 0);
}
