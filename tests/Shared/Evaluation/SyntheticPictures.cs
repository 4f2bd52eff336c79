namespace Colorist.Tests;

/// <summary>A small data set of coloured gradients, made on the spot.</summary>
internal static class SyntheticPictures
{
    public static readonly string[] Scenes = ["beach", "forest", "street"];

    /// <summary>Writes pictures of each scene, and as many without a label, as PNG files into scene folders.</summary>
    public static void WriteFolders(string folder, int perScene, int side = 48)
    {
        foreach (var (number, scene) in Scenes.Append(PictureSource.Unlabelled).Index())
        {
            Directory.CreateDirectory(Path.Combine(folder, scene));
            for (var i = 0; i < perScene; i++)
            {
                using var photo = Photo.FromRgb(side, side, Pixels(side, number * 1000 + i));
                photo.Save(Path.Combine(folder, scene, $"{i:000}.png"));
            }
        }
    }

    /// <summary>Packs a folder of scene folders into a tar, gzipped if the name says so.</summary>
    public static void WriteTar(string folder, string tar)
    {
        using Stream file = File.Create(tar);
        using var stream = tar.EndsWith(".gz", StringComparison.Ordinal)
            ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionLevel.Fastest)
            : file;
        System.Formats.Tar.TarFile.CreateFromDirectory(folder, stream, includeBaseDirectory: false);
    }

    /// <summary>Smooth colours that differ from seed to seed.</summary>
    public static byte[] Pixels(int side, int seed)
    {
        var random = new Random(seed);
        var (red, green, blue) = (random.Next(256), random.Next(256), random.Next(256));
        var pixels = new byte[3 * side * side];
        for (var i = 0; i < side * side; i++)
        {
            pixels[3 * i] = (byte)(red * (i % side) / side);
            pixels[3 * i + 1] = (byte)(green * (i / side) / side);
            pixels[3 * i + 2] = (byte)blue;
        }
        return pixels;
    }
}
