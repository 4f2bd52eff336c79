using System.CommandLine;

namespace Colorist.Cli;

/// <summary>
/// The options of the command line that say how all colours are toned, for photos, films and presets.
/// </summary>
internal sealed class ToneOptions
{
    private readonly Option<string?> preset = new("--preset")
    {
        Description = "a stored tone, see preset list, or a .json file; options beside it replace its values"
    };
    private readonly Option<float?> caution = new("--caution")
    {
        Description = "0 to 1: the network's colours get paler where they are unsure; with 1 a guess becomes grey"
    };
    private readonly Option<float?> temperature = new("--temperature")
    {
        Description = "-100 to 100 mireds: above 0 a warmer light, below 0 a cooler one"
    };
    private readonly Option<float?> tint = new("--tint")
    {
        Description = "-100 to 100: above 0 towards magenta, below 0 towards green"
    };
    private readonly Option<string?> balance = new("--balance")
    {
        Description = "auto makes neutral things neutral: paper, snow, shirts; none leaves them"
    };
    private readonly Option<string[]> hueMap = new("--hue-map")
    {
        Description =
            "one hue becomes another, in quotation marks: \"blue->brown:0.6\", the share 0 to 1 behind the colon; may be given again",
    };

    private readonly Option<string[]> limit = new("--limit")
    {
        Description =
            "how strong a hue may be, as C*ab 1 to 150: skin=25; reds, skin, yellows, greens, cyans, blues or purples; may be given again",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[preset, caution, temperature, tint, balance, hueMap, limit])
            command.Options.Add(option);
    }

    /// <summary>A look with the tone that is asked for.</summary>
    /// <exception cref="ArgumentException">A value is out of its range, or there is no such preset.</exception>
    /// <exception cref="PresetException">A preset's file is damaged.</exception>
    public Look On(Look look, ParseResult parsed)
    {
        if (parsed.GetValue(preset) is { } name) look = look.With(PresetShelf.Find(name));
        return look with
        {
            Caution = InRange(parsed, caution, 0, 1) ?? look.Caution,
            Tone = On(look.Tone, parsed),
        };
    }

    private Tone On(Tone tone, ParseResult parsed) => tone with
    {
        Temperature = InRange(parsed, temperature, -100, 100) ?? tone.Temperature,
        Tint = InRange(parsed, tint, -100, 100) ?? tone.Tint,
        Balance = ReadBalance(parsed) ?? tone.Balance,
        HueMap = parsed.GetValue(hueMap) is { Length: > 0 } shifts ? [.. shifts.Select(HueShift.Parse)] : tone.HueMap,
        Limits = parsed.GetValue(limit)!.Aggregate(tone.Limits, (limits, typed) => limits.With(typed)),
    };

    private Balance? ReadBalance(ParseResult parsed) => parsed.GetValue(balance)?.ToLowerInvariant() switch
    {
        null => null,
        "auto" => Balance.Auto,
        "none" => Balance.None,
        var other => throw new ArgumentException($"expected {balance.Name} auto or none, found {other}"),
    };

    private static float? InRange(ParseResult parsed, Option<float?> option, float min, float max) =>
        parsed.GetValue(option) is not { } value || (value >= min && value <= max)
        ? parsed.GetValue(option)
        : throw new ArgumentException($"expected {option.Name} {min} to {max}, found {value}");
}
