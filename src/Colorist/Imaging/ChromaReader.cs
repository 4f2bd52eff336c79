using NetVips;

namespace Colorist;

/// <summary>Reads the stored colour of a photo at a small size.</summary>
internal static class ChromaReader
{
    /// <exception cref="PhotoException">The picture has no colour, or it cannot be read.</exception>
    public static ChromaPlanes Read(PhotoSource source, int width, int height) => source.Guard(() =>
    {
        using var image = source.OpenShrunk(2 * width, 2 * height);
        if (image.Bands < 3) throw new PhotoException(source.Name, "a picture in colour", "a grey one");
        using var eight = Depth.ToEight(image);
        using var rgb = eight.ExtractBand(0, n: 3);
        using var small = rgb.ThumbnailImage(width, height: height, size: Enums.Size.Force);
        var pixels = small.WriteToMemory<byte>();
        float[] a = new float[width * height], b = new float[a.Length];
        for (var i = 0; i < a.Length; i++)
            (_, a[i], b[i]) = CieLab.FromSrgb(pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]);
        return new ChromaPlanes(width, height, a, b);
    });
}
