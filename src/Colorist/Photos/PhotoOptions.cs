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
    /// Whether the result says how unsure the model is of its colours, which takes some times as long as finding them;
    /// false by default. For one page, and a model with palettes.
    /// </summary>
    public bool Doubt { get; init; }

    /// <summary>
    /// How much memory a photo may take; for photos that are open already it was said when they were opened.
    /// </summary>
    public PhotoLoadOptions Load { get; init; } = new();

    /// <summary>What the file shows and says, and whether it may replace another.</summary>
    public PhotoSaveOptions Save { get; init; } = new();

    /// <summary>
    /// Checks that a colorizer can do what is asked, but for the look, before any work begins: see
    /// <see cref="Look.CheckFor"/>.
    /// </summary>
    /// <param name="colorizer">Whose model counts.</param>
    /// <exception cref="ArgumentException">
    /// Doubt is asked for, and no palettes come with the model, or all pages are coloured.
    /// </exception>
    public void CheckFor(Colorizer colorizer)
    {
        ArgumentNullException.ThrowIfNull(colorizer);
        if (!Doubt) return;
        colorizer.CheckKnowsDoubt();
        if (Pages == PhotoPages.All)
            throw new ArgumentException("expected doubt of one page, found all pages asked for");
    }
}
