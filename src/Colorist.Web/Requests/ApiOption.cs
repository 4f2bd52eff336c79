namespace Colorist.Web;

/// <summary>What an option of the API takes.</summary>
internal enum ApiOptionKind
{
    Number,
    Boolean,
    Choice,
    Text,
    Picture,
}

/// <summary>What an option belongs to.</summary>
[Flags]
internal enum ApiSubject
{
    Photo = 1,
    Film = 2,
    Session = 4,
    FilmSession = 8,
    All = Photo | Film | Session,
}

/// <summary>An option of the API: a field of the form, with the command line's name.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Subject">Where it counts.</param>
/// <param name="Description">For people.</param>
internal sealed record ApiOption(string Name, ApiOptionKind Kind, ApiSubject Subject, string Description)
{
    public double Min { get; init; }

    public double Max { get; init; }

    /// <summary>Of a number.</summary>
    public double? Usual { get; init; }

    /// <summary>Of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it may be given again.</summary>
    public bool IsMany { get; init; }

    /// <summary>Whether the page shows a slider for it.</summary>
    public bool IsDial => Kind == ApiOptionKind.Number && Subject.HasFlag(ApiSubject.Session);
}
