namespace Colorist.Hostile;

/// <summary>What the products do with files.</summary>
internal static class Doors
{
    private static readonly GuidedChroma Colors = GuidedChroma.Bilinear(new ChromaPlanes(2, 1, [20, -10], [30, 5]));

    /// <summary>Reads a photo in every way and saves it, coloured, from bytes or a file.</summary>
    public static void UsePhoto(byte[] encoded, Random random, string folder)
    {
        var path = Path.Combine(folder, "in.jpg");
        File.WriteAllBytes(path, encoded);
        if (random.Next(4) == 0) Decode(encoded);
        using var photo = random.Next(2) == 0 ? Photo.Load(path) : Photo.Load(encoded, "bytes");
        photo.HasColor();
        photo.Lightness(32, 32);
        using var colored = photo.WithChroma(Colors, "a hostile test");
        var extension = random.Next(3) == 0
            ? Photo.WrittenExtensions[random.Next(Photo.WrittenExtensions.Count)]
            : photo.Extension;
        // AVIF takes long to write
        colored.Save(Path.Combine(folder, "out" + (extension == ".avif" ? ".png" : extension)));
        if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(encoded))
            throw new InvalidOperationException("an original that was touched");
    }

    private static void Decode(byte[] encoded)
    {
        try
        {
            RgbPicture.Decode(encoded, "data set", 64);
        }
        catch (PhotoException)
        {
            // The other door must be tried too.
        }
    }
}
