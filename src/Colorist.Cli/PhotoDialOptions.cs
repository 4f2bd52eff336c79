using System.CommandLine;
using Colorist.CommandLine;

namespace Colorist.Cli;

/// <summary>The options of the command line that say how photos are coloured.</summary>
internal sealed class PhotoDialOptions
{
    private readonly SaturationOptions saturation = new();
    private readonly Option<int?> quality = new("--quality")
    {
        Description =
            "of JPEG, WebP and AVIF files, 1 to 100; 95 by default, 85 for AVIF; PNG and TIFF keep every value anyway",
    };

    private readonly Option<bool> sideBySide = new("--side-by-side")
    {
        Description = "before and after in one picture"
    };
    private readonly Option<PhotoPages> pages = new Option<PhotoPages>("--pages")
    {
        Description = "of a TIFF file: first, or all, each coloured into a page of one TIFF file",
        DefaultValueFactory = _ => PhotoPages.First,
    }.ByName();

    private readonly Option<bool> recolour = new("--recolour")
    {
        Description = "give new colours to photos that have colour already"
    };
    private readonly Option<bool> noNote = new("--no-note")
    {
        Description = "do not note in the file's XMP data that the colours are computed"
    };
    private readonly Option<bool> scene = new("--scene")
    {
        Description = "say what kind of picture the network takes each photo for"
    };
    private readonly Option<bool> doubt = new("--doubt")
    {
        Description = "say how unsure the colours are, 5 sure to 30 a guess, and where hints would help most"
    };

    /// <summary>In which format results are written.</summary>
    public static Option<string?> Format() => new Option<string?>("--format")
    {
        Description = "jpg, png, tif, webp or avif; the photo's own by default"
    }
        .From("jpg", "png", "tif", "webp", "avif");

    public void AddTo(Command command)
    {
        saturation.AddTo(command);
        foreach (Option option in (Option[])[quality, sideBySide, pages, recolour, noNote, scene, doubt])
            command.Options.Add(option);
    }

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public PhotoOptions Read(ParseResult parsed, bool overwrite) => new()
    {
        Look = new Look { Saturation = saturation.Read(parsed) },
        Pages = parsed.GetValue(pages),
        Recolor = parsed.GetValue(recolour),
        Doubt = parsed.GetValue(doubt),
        Save = new PhotoSaveOptions
        {
            Overwrite = overwrite,
            SideBySide = parsed.GetValue(sideBySide),
            Note = !parsed.GetValue(noNote),
            Quality = Quality(parsed)
        },
    };

    private int? Quality(ParseResult parsed) => parsed.GetValue(quality) is not (< 1 or > 100) and var wanted
        ? wanted
        : throw new ArgumentException($"expected {quality.Name} 1 to 100, found {parsed.GetValue(quality)}");

    /// <summary>Whether the kind of picture is to be said.</summary>
    public bool SaysScene(ParseResult parsed) => parsed.GetValue(scene);
}
