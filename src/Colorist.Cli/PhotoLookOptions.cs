using System.CommandLine;
using Colorist.Inference;

namespace Colorist.Cli;

/// <summary>The options of the command line that say which colours are wanted.</summary>
internal sealed class PhotoLookOptions
{
    private readonly Option<string[]> style = new("--style")
    {
        Description = "colour in the style of this picture, grey or in colour: best of one that shows the same kind of scene; several mix, PICTURE=WEIGHT",
    };

    private readonly Option<string[]> mood = new("--mood") { Description = "colour in a stored mood, see mood list; several mix, also with --style, MOOD=WEIGHT" };
    private readonly Option<float> strength = new("--style-strength")
    {
        Description = "how far the photo's own scene moves towards the style and moods, 0 to 1",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> reference = new("--reference")
    {
        Description = "picture in colour that shows the same things: its places lend their colours to alike places; stronger than a style",
    };

    private readonly Option<bool> vivid = new("--vivid") { Description = "livelier colours where the network is sure, by the model's own curve" };
    private readonly Option<string?> hints = new("--hints")
    {
        Description = "picture as large as the photo with strokes of colour on a transparent ground: they are kept and spread to alike places",
    };

    private readonly Option<string[]> hint = new("--hint") { Description = "the same for one pixel: x,y,#rrggbb, counted from 0,0 at the upper left; may be given again" };
    private readonly Option<bool> hintsOnly = new("--hints-only") { Description = "colour from the hints alone, without the network" };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[style, mood, strength, reference, vivid, hints, hint, hintsOnly]) command.Options.Add(option);
    }

    /// <exception cref="ArgumentException">A value is out of its range, or there is no such mood.</exception>
    /// <exception cref="PhotoException">A style's picture cannot be read.</exception>
    /// <exception cref="ModelException">A file of moods is damaged.</exception>
    public PhotoLook Read(ParseResult parsed, Colorizer colorizer)
    {
        var share = parsed.GetValue(strength);
        if (!(share >= 0 && share <= 1)) throw new ArgumentException($"expected {strength.Name} 0 to 1, found {share}");
        var only = parsed.GetValue(hintsOnly);
        var points = parsed.GetValue(hint)!.Select(PointHint.Parse).ToList();
        var strokes = parsed.GetValue(hints);
        if (only && strokes is null && points.Count == 0) throw new ArgumentException($"expected {hints.Name} or {hint.Name} with {hintsOnly.Name}, found none");
        var look = new Look
        {
            Style = Style(parsed, colorizer),
            StyleStrength = share,
            Reference = Reference(parsed, colorizer),
            Vivid = parsed.GetValue(vivid),
            HintsOnly = only,
        };
        return new PhotoLook(look, strokes, points);
    }

    private Reference? Reference(ParseResult parsed, Colorizer colorizer)
    {
        if (parsed.GetValue(reference) is not { } path) return null;
        using var picture = Photo.Load(path);
        return colorizer.Refer(picture);
    }

    private Scene? Style(ParseResult parsed, Colorizer colorizer)
    {
        var styles = parsed.GetValue(style)!.Select(WeightedName.Parse).ToList();
        var moods = parsed.GetValue(mood)!.Select(WeightedName.Parse).ToList();
        if (styles.Count + moods.Count == 0) return null;
        if (!colorizer.Card.HasGlobal)
            throw new ArgumentException($"expected a model with global features for {style.Name} and {mood.Name}, found {colorizer.Card.Name} without");
        var shelf = new MoodShelf(colorizer);
        return Scene.Mix(
        [
            .. styles.Select(picture => (SceneOf(colorizer, picture.Name), picture.Weight)),
            .. moods.Select(name => (shelf.Find(name.Name).Scene, name.Weight)),
        ]);
    }

    private static Scene SceneOf(Colorizer colorizer, string path)
    {
        using var picture = Photo.Load(path);
        return colorizer.Describe(picture);
    }
}
