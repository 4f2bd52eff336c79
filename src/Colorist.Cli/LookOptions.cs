using System.CommandLine;

namespace Colorist.Cli;

/// <summary>The options of the command line that say which colours are wanted, for photos and films.</summary>
internal sealed class LookOptions
{
    private readonly MemoryOption memory = new();
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

    private readonly Option<bool?> vivid = new("--vivid")
    {
        Description = "livelier colours where the network is sure, by the model's own curve; --vivid false for the network's own; by default what the model recommends",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[style, mood, strength, reference, vivid]) command.Options.Add(option);
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
        var share = parsed.GetValue(strength);
        if (!(share >= 0 && share <= 1)) throw new ArgumentException($"expected {strength.Name} 0 to 1, found {share}");
        if (parsed.GetResult(strength) is { Implicit: false } && parsed.GetValue(style) is [] && parsed.GetValue(mood) is [])
            throw new ArgumentException($"expected {style.Name} or {mood.Name} with {strength.Name}, found neither");
        return new Look
        {
            Style = new MoodShelf(colorizer).Mix(parsed.GetValue(style)!.Select(WeightedName.Parse), parsed.GetValue(mood)!.Select(WeightedName.Parse), Load(parsed)),
            StyleStrength = share,
            Reference = parsed.GetValue(reference) is { } path ? colorizer.Refer(path, Load(parsed)) : null,
            Vivid = parsed.GetValue(vivid),
        };
    }
}
