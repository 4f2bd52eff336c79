using NetVips;

namespace Colorist.Tests;

/// <summary>Which cause a failing photo names, and files that change while they are read.</summary>
public sealed class PhotoFaultTests
{
    private const int Copies = 10;

    [Fact]
    public void Faults_ManyAtOnce_EachNamesItsOwnCause()
    {
        byte[][] bad = [Cut(image => image.JpegsaveBuffer()), Cut(image => image.PngsaveBuffer()),
            Cut(image => image.WebpsaveBuffer(lossless: true)), Cut(image => image.TiffsaveBuffer())];
        var own = bad.Select(Cause).ToArray();
        Assert.Equal(bad.Length, own.Distinct().Count());
        Parallel.For(0, Copies * bad.Length, new ParallelOptions
        {
            MaxDegreeOfParallelism = 8
        }, i => Assert.Equal(own[i % bad.Length], Cause(bad[i % bad.Length])));
    }

    [Theory]
    [InlineData(80, 60)] // another size
    [InlineData(60, 50)] // the same, written later
    public void Save_FileThatChangedSinceItWasOpened_IsRefused(int width, int height)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.png"], Pictures.Pattern(60, 50, 1).PngsaveBuffer());
        using var photo = Photo.Load(folder["a.png"]);
        File.WriteAllBytes(folder["a.png"], Pictures.Pattern(width, height, 1).PngsaveBuffer());
        File.SetLastWriteTimeUtc(folder["a.png"], DateTime.UtcNow.AddSeconds(5));
        var refused = Assert.Throws<PhotoException>(() => photo.Save(folder["b.png"]));
        Assert.Contains("changed while it was read", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["a.png"], folder.Names());
    }

    [Fact]
    public void Save_AnotherFileOfTheSameSizeAndTimeInItsPlace_IsRefused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.tif"], Pictures.Pattern(300, 200, 1).TiffsaveBuffer());
        File.WriteAllBytes(folder["other.tif"], Pictures.Pattern(300, 200, 1).Invert().TiffsaveBuffer());
        File.SetLastWriteTimeUtc(folder["other.tif"], File.GetLastWriteTimeUtc(folder["a.tif"]));
        using var photo = Photo.Load(folder["a.tif"]);
        Assert.Equal(new FileInfo(folder["a.tif"]).Length, new FileInfo(folder["other.tif"]).Length);
        File.Move(folder["other.tif"], folder["a.tif"], overwrite: true);
        Assert.Contains("changed while it was read",
            Assert.Throws<PhotoException>(() => photo.Save(folder["b.png"])).Message, StringComparison.Ordinal);
        Assert.Equal(["a.tif"], folder.Names());
    }

    [Fact]
    public void Lightness_FileThatWasCutSinceItWasOpened_SaysThatItChanged()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.png"], Pictures.Pattern(60, 50, 1).PngsaveBuffer());
        using var photo = Photo.Load(folder["a.png"]);
        File.WriteAllBytes(folder["a.png"], File.ReadAllBytes(folder["a.png"])[..200]);
        Assert.Contains("changed while it was read",
            Assert.Throws<PhotoException>(() => photo.Lightness(60, 50)).Message, StringComparison.Ordinal);
    }

    private static byte[] Cut(Func<Image, byte[]> encode)
    {
        using var image = Pictures.Pattern(300, 200, 3);
        var whole = encode(image);
        return whole[..(whole.Length / 2)];
    }

    private static string Cause(byte[] bad) => Assert.Throws<PhotoException>(() =>
    {
        using var photo = Photo.Load(bad, "bad");
        photo.Lightness(photo.Width, photo.Height);
    }).Found;
}
