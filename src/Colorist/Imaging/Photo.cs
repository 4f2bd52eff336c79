namespace Colorist;

/// <summary>
/// A photograph: sRGB or grey, 8 or 16 bit, upright, with its alpha and metadata. The pixels stay where they are, in
/// the file, and pass through memory a strip at a time whenever a result is asked for.
/// </summary>
/// <remarks>
/// Because of that the file must stay in place, unchanged, until the last result is taken. Safe to use from several
/// threads.
/// </remarks>
public sealed class Photo : IDisposable
{
    private readonly PhotoSource source;
    private readonly GuidedChroma? chroma;
    private readonly string? computedBy;
    private bool disposed;

    private Photo(PhotoSource source, GuidedChroma? chroma = null, string? computedBy = null) =>
        (this.source, this.chroma, this.computedBy) = (source, chroma, computedBy);

    /// <summary>The extensions of the formats that can be written, in lower case: .jpg, .png and so on.</summary>
    public static IReadOnlyList<string> WrittenExtensions => PictureFormat.Extensions;

    /// <summary>The file, or the name given to a picture in memory.</summary>
    public string Name => source.Name;

    /// <summary>
    /// The extensions of files that can be read, in lower case; what a file holds decides, not its name.
    /// </summary>
    public static IReadOnlyList<string> ReadExtensions => PictureFormat.ReadExtensions;

    /// <summary>Columns, after the orientation of the EXIF data is applied.</summary>
    public int Width => source.Width;

    /// <summary>Rows, after the orientation of the EXIF data is applied.</summary>
    public int Height => source.Height;

    /// <summary>Bits of a value: 8 or 16. Pictures with more, or with floating-point values, count as 16.</summary>
    public int Bits => source.Bits;

    /// <summary>
    /// The extension of the format that the photo is stored in, whatever its file is called; .png for formats that are
    /// only read.
    /// </summary>
    public string Extension => source.Extension;

    /// <summary>
    /// Bytes of memory that reading it takes beyond the strip that is worked on, as far as can be told: see
    /// <see cref="PhotoLoadOptions.MaxHeldBytes"/>.
    /// </summary>
    public long HeldBytes => source.HeldBytes;

    /// <summary>
    /// Pictures of the same file that are not read: pages of a TIFF, frames of an animation. Smaller copies of a
    /// picture do not count.
    /// </summary>
    public int MorePages => source.MorePages;

    /// <summary>
    /// Whether its file has XMP data that are not understood: too deep, too many, or no XMP. They are kept as they are.
    /// </summary>
    internal bool HasStrangeXmp => source.Told.Xmp is { } packet && !XmpPacket.IsUnderstood(packet);

    /// <summary>Whether its file is a TIFF file, which may have pages.</summary>
    internal bool IsTiff => source.IsTiff;

    /// <summary>
    /// Opens a picture file: JPEG, PNG, TIFF, WebP, AVIF, GIF, BMP or PNM, of any number of bands, bit depth and colour
    /// space.
    /// </summary>
    /// <param name="path">
    /// The file; of a file with several pages the first one is read that is no smaller copy of another.
    /// </param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <returns>The photo; the caller disposes it.</returns>
    /// <exception cref="PhotoException">
    /// There is no such file, or it is no picture. Damage further inside shows when its pixels are read.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Photo Load(string path, PhotoLoadOptions? options = null, CancellationToken stop = default) =>
        new(PhotoSource.FromFile(path, options, stop: stop));

    /// <summary>Opens an encoded picture (JPEG, PNG, …) in memory.</summary>
    /// <param name="encoded">The bytes of a picture file; not copied, so they must not change.</param>
    /// <param name="name">What error messages call it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <returns>The photo; the caller disposes it.</returns>
    /// <exception cref="PhotoException">It is no picture, or it takes too much memory.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Photo Load(ReadOnlyMemory<byte> encoded, string name, PhotoLoadOptions? options = null,
        CancellationToken stop = default) =>
        new(PhotoSource.FromMemory(encoded, name, options, stop: stop));

    /// <summary>Reads an encoded picture from a stream to its end, and holds it in memory.</summary>
    /// <param name="encoded">The bytes of a picture file; stays open.</param>
    /// <param name="name">What error messages call it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <returns>The photo; the caller disposes it.</returns>
    /// <exception cref="PhotoException">It is no picture, or it takes too much memory.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<Photo> LoadAsync(
        Stream encoded, string name, PhotoLoadOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        var bytes = await StreamBytes.ReadAsync(encoded, name, (options ?? new PhotoLoadOptions()).MaxHeldBytes, stop)
            .ConfigureAwait(false);
        return Load(bytes, name, options, stop);
    }

    /// <summary>Makes a photo of 8-bit sRGB pixels.</summary>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="rgb">height×width×3, row after row; not copied, so it must not change.</param>
    /// <returns>The photo; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">The number of values is not height×width×3.</exception>
    public static Photo FromRgb(int width, int height, byte[] rgb) => new(PhotoSource.FromRgb(width, height, rgb));

    /// <summary>
    /// Makes a grey photo, 8 bits, of its lightness alone: a small copy to try colours on, for instance.
    /// </summary>
    /// <param name="lightness">L* 0..100.</param>
    /// <returns>The photo, as large as the plane; the caller disposes it.</returns>
    public static Photo FromLightness(LightnessPlane lightness)
    {
        ArgumentNullException.ThrowIfNull(lightness);
        var rgb = new byte[checked(3 * lightness.Values.Length)];
        for (var i = 0; i < lightness.Values.Length; i++)
            rgb.AsSpan(3 * i, 3).Fill((byte)(255 * CieLab.Encode(CieLab.LuminanceOf(lightness.Values[i])) + 0.5f));
        return FromRgb(lightness.Width, lightness.Height, rgb);
    }

    /// <summary>
    /// Reads the lightness, scaled by area averaging downwards and bicubic interpolation upwards; sides may scale
    /// differently.
    /// </summary>
    /// <param name="width">Columns of the result, at least 1.</param>
    /// <param name="height">Rows of the result, at least 1.</param>
    /// <param name="stop">Stops the reading at any moment.</param>
    /// <returns>L* 0..100, height×width.</returns>
    /// <exception cref="PhotoException">The picture is damaged, cut short or gone.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public LightnessPlane Lightness(int width, int height, CancellationToken stop = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return LightnessReader.Read(source, width, height, stop);
    }

    /// <summary>Reads the stored colour, scaled; sides may scale differently.</summary>
    /// <exception cref="PhotoException">The picture has no colour, or is damaged, cut short or gone.</exception>
    internal ChromaPlanes Chroma(int width, int height)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return ChromaReader.Read(source, width, height);
    }

    /// <summary>Opens the lightness at full size; the caller disposes it.</summary>
    /// <param name="shape">Of the network that will see it.</param>
    internal LightnessRows LightnessRows(NetworkShape shape)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return new LightnessRows(source, shape);
    }

    /// <summary>
    /// Whether the photo is one in colour. Sepia, cyanotype and yellowed photographs are not: their colour depends on
    /// the lightness alone, while in a colour photo places of the same lightness differ, by a mean of 3 C*ab or more.
    /// </summary>
    /// <param name="stop">Stops the reading at any moment.</param>
    /// <exception cref="PhotoException">The picture is damaged, cut short or gone.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public bool HasColor(CancellationToken stop = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return OwnColor.Measure(source, stop) >= OwnColor.Min;
    }

    /// <summary>
    /// Gives the photo a colour: its lightness stays, colours that sRGB cannot show at that lightness lose chroma,
    /// never hue.
    /// </summary>
    /// <param name="chroma">The colour, at any size; whatever colour the photo had is replaced.</param>
    /// <param name="computedBy">
    /// What computed the colour, for the note in the file; null if it was not computed.
    /// </param>
    /// <returns>
    /// Same size, depth, alpha and metadata, L* within one step of its depth; the caller disposes it.
    /// </returns>
    public Photo WithChroma(GuidedChroma chroma, string? computedBy = null)
    {
        ArgumentNullException.ThrowIfNull(chroma);
        ObjectDisposedException.ThrowIf(disposed, this);
        return new Photo(source, chroma, computedBy);
    }

    /// <summary>
    /// Takes the colour away: neutral grey of the same lightness, the floor that every measure of colouring starts
    /// from.
    /// </summary>
    /// <returns>Same size, depth, alpha and metadata, as RGB; the caller disposes it.</returns>
    public Photo WithoutColor() => WithChroma(GuidedChroma.None);

    /// <summary>Reads all pixels.</summary>
    /// <param name="stop">Stops the reading at any moment.</param>
    /// <returns>8-bit sRGB, height×width×3, row after row; alpha is left out.</returns>
    /// <exception cref="PhotoException">The picture is damaged, cut short or gone.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public byte[] ToRgb(CancellationToken stop = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return RgbReader.Read(source, chroma, stop);
    }

    /// <summary>
    /// Writes the photo in the format of the extension: .jpg, .png, .tif, .webp or .avif. JPEG has quality 95 and
    /// full-size chroma; PNG and TIFF keep 16 bits, AVIF 12 of them.
    /// </summary>
    /// <param name="path">The file to write; it appears complete or not at all.</param>
    /// <param name="options">
    /// What the picture shows and says, and whether it may replace another; null for the defaults.
    /// </param>
    /// <param name="stop">Stops the writing at any moment; no file is left then.</param>
    /// <exception cref="PhotoException">
    /// The file exists, the extension is unknown, the folder cannot be written, or the picture cannot be read.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <returns>
    /// What the photo's file says or holds and this format has no place for, a few words each; empty if all of it is
    /// kept.
    /// </returns>
    public IReadOnlyList<string> Save(string path, PhotoSaveOptions? options = null, CancellationToken stop = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        options ??= new PhotoSaveOptions();
        return PhotoWriter.Write(source, chroma, options.Note ? computedBy : null, path, options, stop);
    }

    /// <summary>Opens a page of the photo's file, as it is stored.</summary>
    /// <param name="number">From 0 to <see cref="MorePages"/>.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <exception cref="PhotoException">It cannot be read.</exception>
    internal Photo Page(int number, CancellationToken stop) => new(source.Page!(number, stop));

    /// <summary>
    /// Writes the photo into a file that becomes a page of another; see <see cref="PhotoWriter.WritePage"/>.
    /// </summary>
    internal IReadOnlyList<string> SavePage(
        string path, string beside, PhotoSaveOptions options, CancellationToken stop) =>
        PhotoWriter.WritePage(source, chroma, options.Note ? computedBy : null, path, beside, options, stop);

    /// <summary>Writes the photo into a stream, which gets the whole picture or nothing.</summary>
    /// <param name="output">Stays open.</param>
    /// <param name="extension">Of the format: .jpg, .png, .tif, .webp or .avif.</param>
    /// <param name="options">What the picture shows and says; null for the defaults.</param>
    /// <param name="stop">Stops the writing at any moment; the stream gets nothing then.</param>
    /// <returns>What the photo's file says and this format has no place for; empty if nothing.</returns>
    /// <exception cref="PhotoException">The extension is unknown, or the picture cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<string> Save(
        Stream output, string extension, PhotoSaveOptions? options = null, CancellationToken stop = default) =>
        Send(output, extension, path => Save(path, options, stop));

    /// <summary>Sends a file into a stream once it is complete.</summary>
    /// <param name="output">Stays open.</param>
    /// <param name="extension">Of the file.</param>
    /// <param name="save">Writes the file whose path it is given.</param>
    internal static T Send<T>(Stream output, string extension, Func<string, T> save)
    {
        ArgumentNullException.ThrowIfNull(output);
        var folder = Directory.CreateTempSubdirectory("colorist-");
        try
        {
            var finished = Path.Combine(folder.FullName, "photo" + extension);
            var saved = save(finished);
            using var file = File.OpenRead(finished);
            file.CopyTo(output);
            return saved;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Ends the use of this photo; photos made from it stay usable.</summary>
    public void Dispose() => disposed = true;
}
