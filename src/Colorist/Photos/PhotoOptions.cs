namespace Colorist;

/// <summary>How a <see cref="PhotoColorizer"/> colours and writes a photo; every value has a default.</summary>
public sealed record PhotoOptions
{
    /// <summary>Which colours are wanted; the default asks for nothing.</summary>
    public Look Look { get; init; } = new();

    /// <summary>Whether a photo that has colour gets another; false by default: it is refused.</summary>
    public bool Recolor { get; init; }

    /// <summary>
    /// Which pages of a file of several are coloured; the first by default. All of them need a TIFF file in and a TIFF
    /// file out, and a look without hints and mask where there are several. A file of one page gives one.
    /// </summary>
    public PhotoPages Pages { get; init; }

    /// <summary>
    /// How much memory a photo may take; for photos that are open already it was said when they were opened.
    /// </summary>
    public PhotoLoadOptions Load { get; init; } = new();

    /// <summary>What the file shows and says, and whether it may replace another.</summary>
    public PhotoSaveOptions Save { get; init; } = new();
}
