namespace Colorist.Web;

/// <summary>
/// Who is shown which photo in which method. Each participant meets a photo in one method only, as nobody judges a
/// picture innocently who has just seen another of the same photo; the methods take turns, so that all have as many
/// pictures, and every photo is shown in all.
/// </summary>
/// <param name="Photos">How many photos there are.</param>
/// <param name="Conditions">How many ways there are to show one: methods, or pairs of them.</param>
/// <param name="PhotosEach">How many a participant is shown, 1..<paramref name="Photos"/>.</param>
/// <param name="EveryMethod">
/// Whether a participant meets each photo in all ways after all, one round after another.
/// </param>
internal sealed record StudyPlan(int Photos, int Conditions, int PhotosEach, bool EveryMethod)
{
    /// <summary>What one participant is shown, in random order.</summary>
    /// <param name="participant">Number, from 0.</param>
    /// <param name="random">For the order.</param>
    public IReadOnlyList<(int Photo, int Condition)> For(int participant, Random random) =>
        [.. Enumerable.Range(0, EveryMethod ? Conditions : 1).SelectMany(round => Round(participant, round, random))];

    /// <summary>
    /// Participants take the photos in turn; each time that a photo comes round again, the next method has it.
    /// </summary>
    private (int Photo, int Condition)[] Round(int participant, int round, Random random)
    {
        var first = (long)participant * PhotosEach;
        var shown = Enumerable.Range(0, PhotosEach).Select(i => first + i)
            .Select(turn => ((int)(turn % Photos), (int)((turn % Photos + turn / Photos + round) % Conditions)))
            .ToArray();
        random.Shuffle(shown);
        return shown;
    }
}
