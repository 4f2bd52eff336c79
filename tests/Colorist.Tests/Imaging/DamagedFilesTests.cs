using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using NetVips;

namespace Colorist.Tests;

/// <summary>
/// Files of every format, damaged in many ways: they are read, or refused in one line, at once and in little memory.
/// </summary>
public sealed class DamagedFilesTests
{
    private const int CasesPerFile = 250;
    private const int MaxSeconds = 20; // of a case, on a machine that is busy with other tests
    // bytes; libvips itself takes some 100 MB for a picture and each worker has one
    private const long MaxGrowth = 700L << 20;

    public static TheoryData<string> Names => [.. Files.Keys];

    private static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        ["grey.jpg"] = () => Pictures.Pattern(60, 50, 1).JpegsaveBuffer(),
        ["progressive.jpg"] = () => Noted(Pictures.Pattern(60, 50, 3)).JpegsaveBuffer(interlace: true),
        ["alpha.png"] = () => Noted(Pictures.Pattern(60, 50, 4)).PngsaveBuffer(),
        ["deep-interlaced.png"] = () => Pictures.Pattern(60, 50, 3, 16).PngsaveBuffer(interlace: true),
        ["palette.png"] = () => Pictures.Pattern(20, 20, 3).PngsaveBuffer(palette: true),
        ["deep.tif"] =
            () => Noted(Pictures.Pattern(60, 50, 3, 16)).TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw),
        ["tiles.tif"] = () => Pictures.Pattern(60, 50, 1).TiffsaveBuffer(tile: true, tileWidth: 32, tileHeight: 32),
        ["lossy.webp"] = () => Noted(Pictures.Pattern(60, 50, 3)).WebpsaveBuffer(),
        ["lossless.webp"] = () => Pictures.Pattern(60, 50, 4).WebpsaveBuffer(lossless: true),
        ["photo.avif"] =
            () => Pictures.Pattern(60, 50, 3).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Photo_OfADamagedFile_IsReadOrRefused(string name)
    {
        var file = Files[name]();
        Use(file, name);
        var before = Process.GetCurrentProcess().PeakWorkingSet64;
        Parallel.For(0, CasesPerFile, new ParallelOptions { MaxDegreeOfParallelism = 4 }, seed =>
        {
            var damaged = Damage(file, new Random(seed));
            var clock = Stopwatch.StartNew();
            var exception = Record.Exception(() => Use(damaged, name));
            Assert.True(exception is null or PhotoException, $"{name}, case {seed}: {exception}");
            Assert.True(exception?.Message.Contains('\n', StringComparison.Ordinal) is null or false,
                $"{name}, case {seed}: {exception?.Message}");
            Assert.True(
                clock.Elapsed.TotalSeconds < MaxSeconds, $"{name}, case {seed}: {clock.Elapsed.TotalSeconds:f1} s");
        });
        Assert.True(
            Process.GetCurrentProcess().PeakWorkingSet64 - before < MaxGrowth, $"{name}: more than {MaxGrowth} bytes");
    }

    [Theory]
    [InlineData(50_000, 40_000)]
    [InlineData(2_000_000_000, 1)]
    [InlineData(1, 9_000_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Load_SmallFileThatClaimsToBeHuge_IsRefusedAtOnce(int width, int height)
    {
        var clock = Stopwatch.StartNew();
        Assert.Throws<PhotoException>(() => Use(PngOf(width, height), "huge"));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 2);
    }

    /// <summary>All that is done to a photo.</summary>
    private static void Use(byte[] file, string name)
    {
        using var folder = new TemporaryFolder();
        try
        {
            using var photo = Photo.Load(file, name);
            photo.Lightness(32, 32);
            photo.HasColor();
            photo.WithChroma(Pictures.Flat(10, 20)).Save(folder["out" + photo.Extension]);
            Assert.Equal(["out" + photo.Extension], folder.Names());
        }
        catch (PhotoException)
        {
            Assert.Empty(folder.Names());
            throw;
        }
    }

    private static byte[] Damage(byte[] file, Random random)
    {
        byte[] damaged = [.. file];
        var reach = random.Next(2) == 0 ? Math.Min(64, file.Length) : file.Length; // headers deserve half of the blows
        switch (random.Next(4))
        {
            case 0:
                return damaged[..random.Next(file.Length)];
            case 1:
                for (var i = random.Next(1, 9); i > 0; i--) damaged[random.Next(reach)] ^= (byte)(1 << random.Next(8));
                return damaged;
            case 2:
                BinaryPrimitives.WriteUInt32BigEndian(
                    damaged.AsSpan(random.Next(reach - 4)), (uint)random.NextInt64(1L << random.Next(1, 33)));
                return damaged;
            default:
                var (from, to, count) = (random.Next(reach), random.Next(reach), random.Next(1, 200));
                return [.. damaged[..to], .. damaged.Skip(from).Take(count), .. damaged[to..]];
        }
    }

    private static Image Noted(Image picture) => picture.Mutate(image =>
    {
        image.Set(GValue.BlobType, "xmp-data", "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"u8.ToArray());
        image.Set(GValue.RefStrType, "exif-ifd0-Artist", "Colorist (Colorist, ASCII, 9 components, 9 bytes)");
    });

    /// <summary>A PNG with a good header and a few bytes of pixels.</summary>
    private static byte[] PngOf(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Fastest)) deflate.Write(new byte[900]);
        return
        [
            0x89, .. "PNG\r\n\x1a\n"u8,
            .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, pixels.ToArray()), .. Chunk("IEND"u8, []),
        ];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        byte[] body = [.. type, .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32(body));
        return [.. length, .. body, .. check];
    }

    /// <summary>As in annex D of the PNG specification.</summary>
    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
