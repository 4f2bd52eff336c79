using System.CommandLine;

namespace Colorist.Cli;

/// <summary>The options of the command line that say how photos are coloured.</summary>
internal sealed class PhotoDialOptions
{
    private readonly Option<float> saturation = new("--saturation")
    {
        Description = "times the chroma, 0 to 3: below 1 paler, above 1 more vivid",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<float> strength = new("--strength")
    {
        Description = "share of the coloured picture in a blend with the grey one, 0 to 1; the same as --saturation, and multiplied with it",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<bool> sideBySide = new("--side-by-side") { Description = "before and after in one picture" };
    private readonly Option<bool> recolour = new("--recolour") { Description = "give new colours to photos that have colour already" };
    private readonly Option<bool> noNote = new("--no-note") { Description = "do not note in the file's XMP data that the colours are computed" };
    private readonly Option<bool> scene = new("--scene") { Description = "say what kind of picture the network takes each photo for" };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[saturation, strength, sideBySide, recolour, noNote, scene]) command.Options.Add(option);
    }

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public PhotoOptions Read(ParseResult parsed, bool overwrite) => new()
    {
        Look = new Look { Saturation = InRange(parsed, saturation, 3) * InRange(parsed, strength, 1) },
        Recolor = parsed.GetValue(recolour),
        Save = new PhotoSaveOptions { Overwrite = overwrite, SideBySide = parsed.GetValue(sideBySide), Note = !parsed.GetValue(noNote) },
    };

    /// <summary>Whether the kind of picture is to be said.</summary>
    public bool SaysScene(ParseResult parsed) => parsed.GetValue(scene);

    private static float InRange(ParseResult parsed, Option<float> option, float most) => parsed.GetValue(option) is var value && value >= 0 && value <= most
        ? value
        : throw new ArgumentException($"expected {option.Name} 0 to {most}, found {value}");
}
