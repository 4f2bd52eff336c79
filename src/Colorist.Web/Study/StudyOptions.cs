namespace Colorist.Web;

/// <summary>How a study is made; every value has a default.</summary>
public sealed record StudyOptions
{
    /// <summary>What participants read above; "Which colours look natural?" by default.</summary>
    public string Title { get; init; } = "Which colours look natural?";

    /// <summary>What is asked; whether a picture looks natural by default.</summary>
    public StudyKind Kind { get; init; }

    /// <summary>How many people are asked, 1 to 1,000; 10 by default.</summary>
    public int Participants { get; init; } = 10;

    /// <summary>How many photos a participant is shown; null, the default, for all.</summary>
    public int? PhotosEach { get; init; }

    /// <summary>Whether a participant meets each photo in every method; in one only by default.</summary>
    public bool EveryMethod { get; init; }

    /// <summary>Pixels of a picture's longer side at most, 16 to 4,096; 768 by default.</summary>
    public int Side { get; init; } = 768;

    /// <summary>
    /// The same seed mixes the same pictures in the same order; their names and the links are new each time. 1 by
    /// default.
    /// </summary>
    public int Seed { get; init; } = 1;

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void Check()
    {
        if (Participants is < 1 or > 1000)
            throw new ArgumentException($"expected 1 to 1000 participants, found {Participants}");
        if (Side is < 16 or > 4096) throw new ArgumentException($"expected a side of 16 to 4096 pixels, found {Side}");
        if (PhotosEach < 1)
            throw new ArgumentException($"expected 1 photo or more for each participant, found {PhotosEach}");
    }
}
