using System.CommandLine;

namespace Colorist.Cli;

/// <summary>
/// The options of the command line that say which colours are wanted for photos: those for films too, and hints.
/// </summary>
internal sealed class PhotoLookOptions
{
    private readonly LookOptions common = new();
    private readonly ToneOptions tones = new();
    private readonly Option<string?> mask = new("--mask")
    {
        Description =
            "picture as large as the photo: style, --vivid, reference, tone and saturation act where it is white, by shares where it is grey",
    };

    private readonly Option<string?> hints = new("--hints")
    {
        Description =
            "picture as large as the photo with strokes of colour on a transparent ground: they are kept and spread to alike places",
    };

    private readonly Option<string[]> hint = new("--hint")
    {
        Description = "the same for one pixel: x,y,#rrggbb, counted from 0,0 at the upper left; may be given again"
    };
    private readonly Option<bool> hintsOnly = new("--hints-only")
    {
        Description = "colour from the hints alone, without the network"
    };

    public void AddTo(Command command)
    {
        common.AddTo(command);
        tones.AddTo(command);
        foreach (Option option in (Option[])[mask, hints, hint, hintsOnly]) command.Options.Add(option);
    }

    /// <summary>Whether something is asked for at places of one photo.</summary>
    public bool IsForOne(ParseResult parsed) => parsed.GetValue(mask) is not null || parsed.GetValue(hints) is not null
        || parsed.GetValue(hint) is { Length: > 0 };

    /// <summary>How much memory pictures may take.</summary>
    /// <exception cref="ArgumentException">The value is out of its range.</exception>
    public PhotoLoadOptions Load(ParseResult parsed) => common.Load(parsed);

    /// <exception cref="ArgumentException">A value is out of its range, or there is no such mood.</exception>
    /// <exception cref="PhotoException">A style's or reference's picture cannot be read.</exception>
    /// <exception cref="ModelException">A file of moods is damaged.</exception>
    public PhotoLook Read(ParseResult parsed, Colorizer colorizer, Look dials)
    {
        var only = parsed.GetValue(hintsOnly);
        var points = parsed.GetValue(hint)!
            .Select(typed => PointHint.Parse(typed)
                ?? throw new ArgumentException($"expected {hint.Name} x,y,#rrggbb, found {typed}")).ToList();
        var strokes = parsed.GetValue(hints);
        if (only && strokes is null && points.Count == 0)
            throw new ArgumentException($"expected {hints.Name} or {hint.Name} with {hintsOnly.Name}, found none");
        var look = common.Read(parsed, colorizer) with
        {
            HintsOnly = only,
            Saturation = dials.Saturation,
            Mask = parsed.GetValue(mask) is { } path ? Mask.FromFile(path) : null,
        };
        return new PhotoLook(tones.On(look, parsed), strokes, points);
    }
}
