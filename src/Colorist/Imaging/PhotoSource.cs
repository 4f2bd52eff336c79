using System.Runtime.InteropServices;
using NetVips;

namespace Colorist;

/// <summary>Where a photo's pixels come from: opened anew, from top to bottom, for each pass over them.</summary>
internal sealed class PhotoSource
{
    private readonly Func<int, Image> open;
    private readonly PictureFacts facts;
    private readonly FileStamp? stamp; // of a file
    private double white = 1; // of floating-point numbers and long integers
    private bool isChecked; // to be of a size that can be read

    static PhotoSource()
    {
        Cache.Max = 0; // a file may change between two passes
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { }); // what matters comes as an exception
    }

    private PhotoSource(
        string name, long bytes, PictureFacts facts, Func<string?> foreign, Func<int, Image> open,
        PhotoLoadOptions? options, FileStamp? stamp = null,
        CancellationToken stop = default)
    {
        (Name, this.open, this.facts, this.stamp) = (name, open, facts, stamp);
        MaxHeldBytes = (options ?? new PhotoLoadOptions()).MaxHeldBytes;
        Guard(() =>
        {
            using var header = Known(foreign);
            // before anything is made ready for so many pixels
            PictureSize.Check(name, header.Width, header.Height, bytes);
            Extension = PictureFormat.ExtensionOf(header);
            Orientation = facts.Orientation > 1 ? facts.Orientation : Normalizer.Orientation(header, facts.Turn);
            Told = facts.Told ?? MetadataReader.Read(header);
            HeldBytes = HeldMemory.ToRead(header, facts.Page, Orientation > 2 && facts.Orientation == 1);
            HeldMemory.Check(name, HeldBytes, MaxHeldBytes, header.Width, header.Height);
            isChecked = true;
            MorePages = facts.Page?.MorePages
                ?? (header.Contains("n-pages") ? Convert.ToInt32(header.Get("n-pages")) - 1 : 0);
            if (Normalizer.NeedsWhite(header))
                white = WhiteLevel.Find(header, Normalizer.ColorBands(header, facts.Page));
            return 0;
        }, stop);
        (Width, Height, Bits) = Guard(() =>
        {
            using var image = Open(stop);
            return (image.Width, image.Height, image.Format == Enums.BandFormat.Ushort ? 16 : 8);
        }, stop);
    }

    public string Name { get; }

    public int Width { get; }

    public int Height { get; }

    public int Bits { get; }

    public string Extension { get; private set; } = "";

    /// <summary>What its file says about the picture.</summary>
    public PhotoMetadata Told { get; private set; } = new();

    /// <summary>
    /// How the stored pixels are turned to be upright, as EXIF counts; <see cref="Open(CancellationToken)"/> does so.
    /// </summary>
    public int Orientation { get; private set; }

    /// <summary>Pictures of the file that are not read.</summary>
    public int MorePages { get; private set; }

    /// <summary>Whether it is a TIFF file, which may have pages.</summary>
    public bool IsTiff => facts.Page is not null;

    /// <summary>
    /// Opens a page of the same file by its number, from 0; only for files that are read, not for pixels in memory.
    /// </summary>
    public Func<int, CancellationToken, PhotoSource>? Page { get; private init; }

    /// <summary>Bytes of memory that it takes to be read.</summary>
    public long HeldBytes { get; private set; }

    /// <summary>Bytes of memory that it may take to be read or written.</summary>
    public long MaxHeldBytes { get; }

    /// <summary>Whether the band beside colour, if there is one, is opacity.</summary>
    public bool ExtraIsAlpha => facts.Page is not { AlphaBand: < 0 };

    public static PhotoSource FromFile(
        string path, PhotoLoadOptions? options = null, int page = 0, CancellationToken stop = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path)) throw new PhotoException(path, "a picture file", "a folder");
        if (!File.Exists(path)) throw new PhotoException(path, "a picture file", "no file");
        if (new FileInfo(path).Length == 0) throw new PhotoException(path, "a picture", "an empty file");
        return Guarded(path, () =>
        {
            var stamp = FileStamp.Find(path);
            using var stream = File.OpenRead(path);
            var facts = Facts(path, stream, page);
            return new PhotoSource(NameOf(path, page), stream.Length, facts, () => ForeignFormat.Name(stream), shrink =>
            {
                if (facts.Plain is { } plain) return plain.Open(path);
                if (facts.Page is { IsForeignLab: true } lab)
                    return ForeignLab.Open(File.OpenRead(path), lab, Options(shrink, lab));
                // NewFromFile of Image would take "[1]" in a file's name for options
                using var file = Source.NewFromFile(path);
                return PictureLoader.Open(file, facts.Loader!, Options(shrink, facts.Page));
            }, options, stamp, stop)
            {
                Page = (number, ending) => FromFile(path, options, number, ending),
            };
        });
    }

    public static PhotoSource FromMemory(
        ReadOnlyMemory<byte> encoded, string name, PhotoLoadOptions? options = null, int page = 0,
        CancellationToken stop = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (encoded.IsEmpty) throw new PhotoException(name, "a picture", "no bytes");
        using var stream = Stream(encoded);
        var facts = Facts(name, stream, page);
        return new PhotoSource(NameOf(name, page), encoded.Length, facts, () => ForeignFormat.Name(stream),
            shrink => facts switch
        {
            { Plain: { } plain } => plain.Open(encoded.Span),
            { Page: { IsForeignLab: true } lab } => ForeignLab.Open(Stream(encoded), lab, Options(shrink, lab)),
            _ => Open(encoded.Span, facts.Loader!, Options(shrink, facts.Page)),
        }, options, stop: stop)
        {
            Page = (number, ending) => FromMemory(encoded, name, options, number, ending),
        };
    }

    public static PhotoSource FromRgb(int width, int height, byte[] rgb)
    {
        ArgumentNullException.ThrowIfNull(rgb);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (rgb.LongLength != 3L * width * height)
            throw new ArgumentException($"expected {height}×{width}×3 values, found {rgb.Length}", nameof(rgb));
        return new PhotoSource("pixels in memory", rgb.LongLength, new PictureFacts(), () => null, _ =>
        {
            using var pixels = Image.NewFromMemory(rgb, width, height, 3, Enums.BandFormat.Uchar);
            return pixels.Copy(interpretation: Enums.Interpretation.Srgb);
        }, null);
    }

    /// <summary>Opens the picture for one pass.</summary>
    /// <returns>1 to 4 bands, 8 or 16 bit, sRGB or grey, upright; the caller disposes it.</returns>
    /// <param name="stop">Ends what libvips does with it.</param>
    public Image Open(CancellationToken stop = default) => Guard(() =>
    {
        using var stored = Stopping(open(1), stop);
        return Normalizer.Normalize(stored, facts, white);
    }, CancellationToken.None);

    /// <summary>
    /// Opens the picture at 1/2, 1/4 or 1/8 of its size where its format can do that for free and both sides stay long
    /// enough.
    /// </summary>
    public Image OpenShrunk(int leastWidth, int leastHeight, CancellationToken stop = default)
    {
        var shrink = 8;
        while (shrink > 1 && (Width / shrink < leastWidth || Height / shrink < leastHeight)) shrink /= 2;
        return shrink == 1 ? Open(stop) : Guard(() =>
        {
            using var stored = Stopping(open(1), stop);
            if (!IsJpeg(stored)) return Normalizer.Normalize(stored, facts, white);
            using var shrunk = Stopping(open(shrink), stop);
            return Normalizer.Normalize(shrunk, facts, white);
        }, CancellationToken.None);
    }

    /// <summary>Runs something that reads this picture, and tells libvips' errors in our words.</summary>
    /// <param name="read">Uses nothing that is disposed when <paramref name="stop"/> ends the waiting for it.</param>
    /// <param name="stop">Ends it at any moment.</param>
    public T Guard<T>(Func<T> read, CancellationToken stop = default)
    {
        try
        {
            return Stoppable.Run(read, stop);
        }
        catch (VipsException exception)
        {
            CheckUnchanged();
            throw new PhotoException(Name, "a complete picture", Cause(exception, stop), exception);
        }
    }

    /// <summary>Why reading this picture failed: its own cause, whatever fails in other threads meanwhile.</summary>
    /// <param name="exception">How it failed.</param>
    /// <param name="stop">Ends the search.</param>
    public string Cause(VipsException exception, CancellationToken stop) =>
        Stoppable.Run(() => VipsMessage.For(exception, () => ReadAgain(stop)), stop);

    /// <summary>Compares the file with what it was when it was opened: a scanner may still be writing it.</summary>
    /// <exception cref="PhotoException">It is another.</exception>
    public void CheckUnchanged()
    {
        if (stamp is not { } opened || FileStamp.Find(opened.Path) is var now && now == opened) return;
        throw new PhotoException(Name, "a file that stays as it is while it is coloured", now is null
            ? "it gone"
            : "it changed while it was read");
    }

    private void ReadAgain(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var stored = Stopping(open(1), stop);
        if (!isChecked) return;
        using var image = Normalizer.Normalize(stored, facts, white);
        image.Avg(); // every pixel
    }

    private static string NameOf(string file, int page) => page == 0 ? file : $"{file}, page {page + 1}";

    private static PictureFacts Facts(string name, Stream stream, int page)
    {
        var facts = PictureFacts.Read(stream, page);
        if (facts.Loader is not null || facts.Plain is not null) return facts;
        throw new PhotoException(name, PictureFormat.Read, ForeignFormat.Name(stream) is { } foreign
            ? $"{foreign}, which is not read"
            : "bytes of no format that is known");
    }

    private static Image Open(ReadOnlySpan<byte> encoded, string loader, VOption options)
    {
        using var source = Source.NewFromMemory(encoded);
        return PictureLoader.Open(source, loader, options);
    }

    private static Image Stopping(Image image, CancellationToken stop)
    {
        if (stop.CanBeCanceled) image.SetProgress(new Unheard(), stop);
        return image;
    }

    private static bool IsJpeg(Image image) =>
        image.Contains("vips-loader")
            && ((string)image.Get("vips-loader")).StartsWith("jpegload", StringComparison.Ordinal);

    /// <summary>Opens the picture for its header, or says what it is that is not read.</summary>
    private Image Known(Func<string?> foreign)
    {
        try
        {
            var header = open(1);
            if (!header.Contains("heif-compression") || (string)header.Get("heif-compression") != "hevc") return header;
            header.Dispose();
        }
        catch (VipsException exception)
            when ((facts.Page is { IsTooDeep: true } ? "a TIFF of 64 bits a value" : foreign()) is { } name)
        {
            throw new PhotoException(Name, PictureFormat.Read, $"{name}, which is not read", exception);
        }

        throw new PhotoException(Name, PictureFormat.Read, $"{ForeignFormat.Heic}, which is not read");
    }

    private static VOption Options(int shrink, TiffPage? page)
    {
        var options = new VOption();
        if (shrink > 1) options.Add("shrink", shrink);
        if (page is { Number: > 0 }) options.Add("page", page.Number);
        if (page is { Part: >= 0 }) options.Add("subifd", page.Part);
        return options;
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static PhotoSource Guarded(string path, Func<PhotoSource> open)
    {
        try
        {
            return open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PhotoException(path, "a file that can be read", FileFault.Describe(exception), exception);
        }
    }

    private sealed class Unheard : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }
}
