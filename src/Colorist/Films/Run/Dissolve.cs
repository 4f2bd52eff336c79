namespace Colorist;

/// <summary>
/// Finds where one shot dissolves into another: a frame is there a mixture of one before it and one behind it, and
/// these show different things. What moves is no such mixture.
/// </summary>
internal static class Dissolve
{
    /// <summary>Frames behind one that say whether it is in the middle of a dissolve.</summary>
    public const int Reach = 12;

    /// <summary>Frames of a shot, with the one that is asked about, that need to be kept.</summary>
    public const int FramesKept = MinFrames;

    // far frames tell best where the cameras stand still, near ones where they move
    private static readonly int[] Distances = [Reach, 8, 4, 2];

    private const int MinFrames = 24; // of a shot that dissolves: the end of one dissolve is not the next
    private const float MaxResemblance = 0.5f; // of the frames around
    private const float MinGain = 0.6f; // of what is left unexplained by one of the two, explained by both
    private const float MinShare = 0.15f; // of either in the mixture

    /// <summary>Whether the middle of a dissolve lies at a frame or just before it.</summary>
    /// <param name="shot">
    /// The frames of the shot so far, or the last <see cref="FramesKept"/>; the last one is asked about.
    /// </param>
    /// <param name="next">Those behind it, up to <see cref="Reach"/>.</param>
    public static bool IsMiddle(IReadOnlyList<Glimpse> shot, IReadOnlyList<Glimpse> next)
    {
        if (shot.Count < MinFrames) return false;
        foreach (var distance in Distances)
        {
            if (next.Count < distance) continue;
            var (before, now, behind) = (shot[^(1 + distance)], shot[^1], next[distance - 1]);
            if (Shares(before, now, behind) is not { } shares) continue;
            if (behind.Resembles(before) < MaxResemblance) return shares.Behind >= shares.Before;
        }

        return false;
    }

    /// <summary>How much of either is in a mixture, by least squares; null if it is none.</summary>
    private static (double Before, double Behind)? Shares(Glimpse beginning, Glimpse middle, Glimpse end)
    {
        var (before, mixed, behind) = (beginning.Coarse, middle.Coarse, end.Coarse);
        double oneOne = Product(before, before), oneTwo = Product(before, behind), twoTwo = Product(behind, behind);
        double one = Product(before, mixed), two = Product(behind, mixed), all = Product(mixed, mixed);
        var determinant = oneOne * twoTwo - oneTwo * oneTwo;
        if (determinant <= 1e-3 * oneOne * twoTwo) return null; // alike
        var first = (one * twoTwo - two * oneTwo) / determinant;
        var second = (two * oneOne - one * oneTwo) / determinant;
        if (first < MinShare || second < MinShare) return null;
        var left = all - first * one - second * two;
        return left <= (1 - MinGain) * Math.Min(all - one * one / oneOne, all - two * two / twoTwo)
            ? (first, second)
            : null;
    }

    private static double Product(float[] one, float[] other)
    {
        double sum = 0;
        for (var i = 0; i < one.Length; i++) sum += one[i] * other[i];
        return sum;
    }
}
