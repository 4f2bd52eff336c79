namespace Colorist.Tests.Imaging;

public sealed class SaveQualityTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".webp")]
    [InlineData(".avif")]
    public void Save_LowerQuality_IsASmallerFile(string extension)
    {
        using var photo = Photo.Load(Repository.Path("samples", "camera.png"));
        photo.Save(folder["usual" + extension]);
        photo.Save(folder["low" + extension], new PhotoSaveOptions { Quality = 30 });
        Assert.True(
            2 * new FileInfo(folder["low" + extension]).Length < new FileInfo(folder["usual" + extension]).Length);
    }

    [Fact]
    public void Save_PngInAnyQuality_KeepsEveryValue()
    {
        using var photo = Photo.Load(Repository.Path("samples", "camera.png"));
        photo.Save(folder["low.png"], new PhotoSaveOptions { Quality = 1 });
        using var again = Photo.Load(folder["low.png"]);
        Assert.Equal(photo.ToRgb(), again.ToRgb());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Quality_OutOfRange_IsRefused(int quality) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhotoSaveOptions { Quality = quality });
}
