using System.CommandLine;

namespace Colorist.Cli;

/// <summary>The options of the command line that say which colours are wanted, for photos and films.</summary>
internal sealed class LookOptions
{
    private readonly MemoryOption memory = new();
    private readonly Option<string[]> style = new("--style")
    {
        Description =
            "colour in the style of this picture: its kind of scene, and its colours if it has some; several mix, PICTURE=WEIGHT",
    };

    private readonly Option<string[]> mood = new("--mood")
    {
        Description = "colour in a stored mood, see mood list; several mix, also with --style, MOOD=WEIGHT"
    };
    private readonly Option<float> strength = new("--style-strength")
    {
        Description = "how far the photo goes towards the style, moods and palette, 0 to 1",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string[]> palette = new("--palette")
    {
        Description =
            "the colours to use: a picture in colour, a file of colorist palette, or #rrggbb,#rrggbb=WEIGHT,...; several mix, SOURCE=WEIGHT",
    };

    private readonly Option<float> liveliness = new("--liveliness")
    {
        Description =
            "times the chroma that the network is asked for, 0 to 3: it chooses what becomes livelier or paler",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> reference = new("--reference")
    {
        Description =
            "picture in colour that shows the same things: its places lend their colours to alike places; stronger than a style",
    };

    private readonly Option<bool?> vivid = new("--vivid")
    {
        Description =
            "livelier colours where the network is sure, by the model's own curve; --vivid false for the network's own; by default what the model recommends",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[style, mood, strength, palette, liveliness, reference, vivid])
            command.Options.Add(option);
        memory.AddTo(command);
    }

    /// <summary>How much memory pictures may take.</summary>
    /// <exception cref="ArgumentException">The value is out of its range.</exception>
    public PhotoLoadOptions Load(ParseResult parsed) => memory.Read(parsed);

    /// <exception cref="ArgumentException">A value is out of its range, or there is no such mood.</exception>
    /// <exception cref="PhotoException">A style's or reference's picture cannot be read.</exception>
    /// <exception cref="ModelException">A file of moods is damaged.</exception>
    public Look Read(ParseResult parsed, Colorizer colorizer)
    {
        var share = InRange(parsed, strength, 1);
        var colors = parsed.GetValue(palette)!;
        if (parsed.GetResult(strength) is { Implicit: false } && parsed.GetValue(style) is []
            && parsed.GetValue(mood) is [] && colors is [])
            throw new ArgumentException(
                $"expected {style.Name}, {mood.Name} or {palette.Name} with {strength.Name}, found none");
        WeightedName[] styles = [.. parsed.GetValue(style)!.Select(WeightedName.Parse)],
            moods = [.. parsed.GetValue(mood)!.Select(WeightedName.Parse)];
        var shelf = new MoodShelf(colorizer);
        return new Look
        {
            Style = shelf.Mix(styles, moods, Load(parsed)),
            Palette = colors is []
                ? shelf.MixPalettes(styles, moods, Load(parsed))
                : PaletteSource.Mix(colors, Load(parsed)),
            StyleStrength = share,
            Liveliness = InRange(parsed, liveliness, 3),
            Reference = parsed.GetValue(reference) is { } path ? colorizer.Refer(path, Load(parsed)) : null,
            Vivid = parsed.GetValue(vivid),
        };
    }

    private static float InRange(ParseResult parsed, Option<float> option, float max) =>
        parsed.GetValue(option) is var value && value >= 0 && value <= max
        ? value
        : throw new ArgumentException($"expected {option.Name} 0 to {max}, found {value}");
}
