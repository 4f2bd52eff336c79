namespace Colorist;

/// <summary>
/// How <see cref="Photo.Save(string, PhotoSaveOptions?, CancellationToken)"/> writes; every value has a default.
/// </summary>
public sealed record PhotoSaveOptions
{
    private const int MinQuality = 1, MaxQuality = 100;

    /// <summary>Whether a file that is already there may be replaced; false by default.</summary>
    public bool Overwrite { get; init; }

    /// <summary>
    /// Whether the picture shows the photo twice, as stored on the left and with its new colour on the right; false by
    /// default.
    /// </summary>
    public bool SideBySide { get; init; }

    /// <summary>
    /// Quality of formats that lose something, 1..100; null, the default, for 95 in JPEG and WebP, 85 in AVIF. Others
    /// keep every value anyway.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int? Quality
    {
        get;
        init
        {
            if (value is < MinQuality or > MaxQuality)
                throw new ArgumentOutOfRangeException(
                    nameof(Quality), $"expected a quality of {MinQuality} to {MaxQuality}, found {value}");
            field = value;
        }
    }

    /// <summary>
    /// Whether computed colours are noted in the file's XMP data, so that nobody takes the picture for an original;
    /// true by default. What the XMP data said before stays.
    /// </summary>
    public bool Note { get; init; } = true;
}
