using NetVips;

namespace Colorist;

/// <summary>
/// The formats that libvips may open, told by a file's first bytes. Its other loaders (SVG, PDF, its own format and
/// whatever else a system's libvips has) never see a file, whatever the file is called.
/// </summary>
internal static class PictureLoader
{
    /// <summary>Bytes of a file that tell its format.</summary>
    public const int StartLength = 12;

    /// <param name="start">The first bytes of a file.</param>
    /// <returns>The operation of libvips that loads it from a source; null if no such operation may see it.</returns>
    public static string? Find(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "jpegload_source",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "pngload_source",
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => "tiffload_source",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
            "webpload_source",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "heifload_source",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "gifload_source",
        _ => null,
    };

    /// <summary>Opens a picture, to be read from top to bottom.</summary>
    /// <param name="source">The file.</param>
    /// <param name="loader">What <see cref="Find"/> says.</param>
    /// <param name="options">For the loader.</param>
    /// <exception cref="VipsException">It is damaged, or of another format after all.</exception>
    public static Image Open(Source source, string loader, VOption options)
    {
        options.Add("access", Enums.Access.Sequential);
        options.Add("fail_on", Enums.FailOn.Error);
        return (Image)Operation.Call(loader, options, source);
    }
}
