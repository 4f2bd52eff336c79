namespace Colorist;

/// <summary>How <see cref="Photo.Save(string, PhotoSaveOptions?, CancellationToken)"/> writes; every value has a default.</summary>
public sealed record PhotoSaveOptions
{
    /// <summary>Whether a file that is already there may be replaced; false by default.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Whether the picture shows the photo twice, as stored on the left and with its new colour on the right; false by default.</summary>
    public bool SideBySide { get; init; }

    /// <summary>
    /// Whether computed colours are noted in the file's XMP data, so that nobody takes the picture for an original; true by default.
    /// What the XMP data said before stays.
    /// </summary>
    public bool Note { get; init; } = true;
}
