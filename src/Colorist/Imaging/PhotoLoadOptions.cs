namespace Colorist;

/// <summary>
/// How <see cref="Photo.Load(string, PhotoLoadOptions?, CancellationToken)"/> reads; every value has a default.
/// </summary>
public sealed record PhotoLoadOptions
{
    /// <summary>
    /// Bytes of memory that a picture may take which cannot be read or written a strip at a time: WebP, AVIF and GIF,
    /// interlaced PNG, progressive JPEG, turned pictures, TIFF in large tiles or planes; and bytes of a stream. 1 to
    /// 2^40; 1,000,000,000 by default. Pictures that would take more are refused before their pixels are read.
    /// </summary>
    public long MaxHeldBytes
    {
        get;
        init => field = value is >= 1 and <= 1L << 40
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "expected 1 to 2^40 bytes");
    } = 1_000_000_000;
}
