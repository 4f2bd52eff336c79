namespace Colorist.Cli;

/// <summary>What became of one photo: a line of <c>--report</c>.</summary>
internal sealed record PhotoReport
{
    private const int PlacesShown = 3;

    public required string Input { get; init; }

    public required string Output { get; init; }

    /// <summary>Which of how many colourings of the photo it is; null for the only one.</summary>
    public string? Candidate { get; init; }

    /// <summary>Columns; 0 if the photo could not be opened.</summary>
    public int Width { get; init; }

    /// <summary>Rows; 0 if the photo could not be opened.</summary>
    public int Height { get; init; }

    /// <summary>Bits of a value: 8 or 16; 0 if the photo could not be opened.</summary>
    public int Bits { get; init; }

    /// <summary>The likeliest scene labels with their probabilities; null unless asked for.</summary>
    public string? Scene { get; init; }

    /// <summary>Mean C*ab of the colours that were found, before any dial.</summary>
    public double Chroma { get; init; }

    /// <summary>How unsure the colours are, see <see cref="Colorist.Doubt.Mean"/>; null unless asked for.</summary>
    public double? Doubt { get; init; }

    /// <summary>Pixels where hints would help most, as <c>--hint</c> begins: x,y; null unless asked for.</summary>
    public IReadOnlyList<string>? Places { get; init; }

    /// <summary>What is to be known of the result; null if nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>From opening the photo to the finished file, other photos being worked on meanwhile.</summary>
    public double Seconds { get; init; }

    /// <summary>
    /// What went wrong, or why the photo was left alone, which is no error in the file; null if nothing is to be said.
    /// </summary>
    public string? Error { get; init; }

    /// <summary>Whether the photo was left alone because it has colour already.</summary>
    public bool IsInColor { get; init; }

    /// <summary>Whether another run made the result while this one was at work.</summary>
    public bool IsMadeElsewhere { get; init; }

    /// <summary>What became of a photo that was coloured.</summary>
    public static PhotoReport From(PhotoJob job, PhotoResult result) => new()
    {
        Input = job.Input,
        Output = job.Output,
        Width = result.Width,
        Height = result.Height,
        Bits = result.Bits,
        Chroma = Math.Round(result.MeanChroma, 1),
        Doubt = result.Doubt is { } doubt ? Math.Round(doubt.Mean, 1) : null,
        Places = result.Doubt is { } map
            ? [.. map.Places(PlacesShown).Select(place => FormattableString.Invariant($"{place.X},{place.Y}"))]
            : null,
        Remark = result.Remarks.Count == 0 ? null : string.Join("; ", result.Remarks),
        Seconds = result.Elapsed.TotalSeconds,
    };

    /// <summary>The same for people.</summary>
    public override string ToString()
    {
        var name = Output == PhotoJob.Pipe ? "standard output" : Printable.Line(Output);
        if (IsMadeElsewhere) return $"{name}: made by another run meanwhile";
        var line = FormattableString.Invariant($"{name}: {Width}×{Height}, {Bits} bits, {Seconds:f2} s");
        if (Scene is not null) line += $"; {Scene}";
        if (Doubt is not null)
            line += FormattableString.Invariant(
                $"; doubt {Doubt:f1}, hints would help most at {string.Join(" ", Places!)}");
        return Remark is null ? line : $"{line}; {Remark}";
    }

    /// <summary>The line of a report; that a photo is in colour is a remark there, no error.</summary>
    public string ToJson() =>
        JsonLines.Write(this with
        {
            Seconds = Math.Round(Seconds, 3),
            Error = IsInColor
            ? null
            : Error,
            Remark = IsInColor ? Error : Remark
        });
}
