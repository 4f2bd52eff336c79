using System.CommandLine;

namespace Colorist.Cli;

/// <summary>The options of the command line that say how strong all colours are, for photos and films.</summary>
internal sealed class SaturationOptions
{
    private readonly Option<float> saturation = new("--saturation")
    {
        Description = "times the chroma, 0 to 3: below 1 paler, above 1 more vivid",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<float> strength = new("--strength")
    {
        Description =
            "share of the coloured picture in a blend with the grey one, 0 to 1; the same as --saturation, and multiplied with it",
        DefaultValueFactory = _ => 1,
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[saturation, strength]) command.Options.Add(option);
    }

    /// <summary>Times the chroma of all colours, 0..3.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public float Read(ParseResult parsed) => InRange(parsed, saturation, 3) * InRange(parsed, strength, 1);

    private static float InRange(ParseResult parsed, Option<float> option, float max) =>
        parsed.GetValue(option) is var value && value >= 0 && value <= max
        ? value
        : throw new ArgumentException($"expected {option.Name} 0 to {max}, found {value}");
}
