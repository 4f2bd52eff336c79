using NetVips;

namespace Colorist;

/// <summary>Where a photo's pixels come from: opened anew, from top to bottom, for each pass over them.</summary>
internal sealed class PhotoSource
{
    private const long MostPixels = 4_000_000_000;
    private const int LongestSide = 300_000; // strips of it still fit into memory
    private const long AlwaysPlausible = 50_000_000; // pixels, whatever the size of the file
    private const long MostPixelsPerByte = 20_000; // deflate packs 8,256 white pixels into a byte, and nothing useful packs more

    private readonly Func<int, Image> open;

    static PhotoSource()
    {
        Cache.Max = 0; // a file may change between two passes
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { }); // what matters comes as an exception
    }

    private PhotoSource(string name, long bytes, Func<int, Image> open)
    {
        (Name, this.open) = (name, open);
        Guard(() =>
        {
            using var header = open(1);
            CheckSize(header.Width, header.Height, bytes); // before anything is made ready for so many pixels
            return 0;
        });
        using var image = Open();
        Extension = PictureFormat.ExtensionOf(image);
        (Width, Height, Bits) = (image.Width, image.Height, image.Format == Enums.BandFormat.Ushort ? 16 : 8);
    }

    public string Name { get; }

    public int Width { get; }

    public int Height { get; }

    public int Bits { get; }

    public string Extension { get; }

    public static PhotoSource OfFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path)) throw new PhotoException(path, "a picture file", "a folder");
        if (!File.Exists(path)) throw new PhotoException(path, "a picture file", "no file");
        if (new FileInfo(path).Length == 0) throw new PhotoException(path, "a picture", "an empty file");
        return new PhotoSource(path, new FileInfo(path).Length, shrink =>
        {
            using var file = Source.NewFromFile(path); // NewFromFile of Image would take "[1]" in a file's name for options
            return Image.NewFromSource(file, "", Enums.Access.Sequential, Enums.FailOn.Error, Options(shrink));
        });
    }

    public static PhotoSource OfMemory(ReadOnlyMemory<byte> encoded, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (encoded.IsEmpty) throw new PhotoException(name, "a picture", "no bytes");
        return new PhotoSource(name, encoded.Length, shrink =>
            Image.NewFromBuffer(encoded.Span, "", Enums.Access.Sequential, Enums.FailOn.Error, Options(shrink)));
    }

    public static PhotoSource OfRgb(int width, int height, byte[] rgb)
    {
        ArgumentNullException.ThrowIfNull(rgb);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (rgb.LongLength != 3L * width * height)
            throw new ArgumentException($"expected {height}×{width}×3 values, found {rgb.Length}", nameof(rgb));
        return new PhotoSource("pixels in memory", rgb.LongLength, _ =>
        {
            using var pixels = Image.NewFromMemory(rgb, width, height, 3, Enums.BandFormat.Uchar);
            return pixels.Copy(interpretation: Enums.Interpretation.Srgb);
        });
    }

    /// <summary>Opens the picture for one pass.</summary>
    /// <returns>1 to 4 bands, 8 or 16 bit, sRGB or grey, upright; the caller disposes it.</returns>
    public Image Open() => Guard(() =>
    {
        using var stored = open(1);
        return Normalizer.Normalize(stored);
    });

    /// <summary>Opens the picture at 1/2, 1/4 or 1/8 of its size where its format can do that for free and both sides stay long enough.</summary>
    public Image OpenShrunk(int leastWidth, int leastHeight)
    {
        var shrink = 8;
        while (shrink > 1 && (Width / shrink < leastWidth || Height / shrink < leastHeight)) shrink /= 2;
        return shrink == 1 ? Open() : Guard(() =>
        {
            using var stored = open(1);
            if (!IsJpeg(stored)) return Normalizer.Normalize(stored);
            using var shrunk = open(shrink);
            return Normalizer.Normalize(shrunk);
        });
    }

    /// <summary>Runs something that reads this picture, and tells libvips' errors in our words.</summary>
    public T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (VipsException exception)
        {
            throw new PhotoException(Name, "a complete picture", Words.Of(exception), exception);
        }
    }

    private void CheckSize(long width, long height, long bytes)
    {
        var pixels = width * height;
        if (pixels > MostPixels || Math.Max(width, height) > LongestSide)
            throw new PhotoException(Name, $"a picture of at most {MostPixels} pixels and {LongestSide} columns and rows", $"{width}×{height}");
        if (pixels > AlwaysPlausible && pixels / bytes > MostPixelsPerByte)
            throw new PhotoException(Name, "a picture", $"{bytes} bytes that claim to be {width}×{height} pixels");
    }

    private static bool IsJpeg(Image image) =>
        image.Contains("vips-loader") && ((string)image.Get("vips-loader")).StartsWith("jpegload", StringComparison.Ordinal);

    private static VOption? Options(int shrink) => shrink == 1 ? null : new VOption { { "shrink", shrink } };
}
