using System.Formats.Tar;
using System.IO.Compression;

namespace Colorist.Hostile;

/// <summary>Data sets in tar files, plain and packed.</summary>
internal sealed class TarKind : IKind
{
    private readonly Lazy<byte[]> whole = new(() =>
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var scene in (string[])["beach", "forest"])
                for (var i = 0; i < 3; i++)
                    tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{scene}/{i}.png")
                    {
                        DataStream = new MemoryStream(Seeds.Pattern(3).PngsaveBuffer())
                    });
        }

        return bytes.ToArray();
    });

    public string Name => "tar";

    public int Share => 60;

    public void Run(Random random, string folder)
    {
        var path = Path.Combine(folder, random.Next(2) == 0 ? "set.tar" : "set.tar.gz");
        using (Stream file = File.Create(path), stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionLevel.Fastest)
            : file)
            stream.Write(Headers(whole.Value, random));
        if (path.EndsWith(".gz", StringComparison.Ordinal) && random.Next(3) == 0)
            File.WriteAllBytes(path, Mutation.Bytes(File.ReadAllBytes(path), random));
        foreach (var picture in PictureSource.Open(path).Read(null))
            RgbPicture.Decode(picture.Encoded, picture.Name, 32);
    }

    /// <summary>Damages headers with the right checksum, or anything.</summary>
    private static byte[] Headers(byte[] tar, Random random)
    {
        if (random.Next(2) == 0) return Mutation.Bytes(tar, random);
        byte[] bytes = [.. tar];
        var block = 512 * random.Next(bytes.Length / 512);
        for (var i = random.Next(1, 13); i > 0; i--)
            bytes[block + (random.Next(2) == 0 ? 124 + random.Next(12) : random.Next(512))] =
                (byte)(random.Next(2) == 0 ? random.Next(256) : '0' + random.Next(8));
        bytes.AsSpan(block + 148, 8).Fill((byte)' ');
        System.Text.Encoding.ASCII
            .GetBytes(Convert.ToString(bytes.AsSpan(block, 512).ToArray().Sum(value => value), 8).PadLeft(6, '0')
                + "\0 ").CopyTo(bytes, block + 148);
        return bytes;
    }
}
