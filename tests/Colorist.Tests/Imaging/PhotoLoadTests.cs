using NetVips;

namespace Colorist.Tests;

public sealed class PhotoLoadTests
{
    [Fact]
    public void Load_NoFile_SaysSo() => Assert.Equal(
        "nowhere.jpg: expected a picture file, found no file",
        Assert.Throws<PhotoException>(() => Photo.Load("nowhere.jpg")).Message);

    [Fact]
    public void Load_Folder_SaysSo() =>
        Assert.EndsWith("found a folder", Assert.Throws<PhotoException>(() => Photo.Load(".")).Message);

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("hello, this is no picture at all", "a text, which is not read")]
    public void Load_NoPicture_SaysWhatWasFound(string content, string found)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["text.jpg"], content);
        var exception = Assert.Throws<PhotoException>(() => Photo.Load(folder["text.jpg"]));
        Assert.StartsWith(folder["text.jpg"] + ": expected ", exception.Message);
        Assert.Contains(found, exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    [InlineData(".webp")]
    public void Pixels_OfFileCutShort_AreRefusedEverywhere(string extension)
    {
        using var folder = new TemporaryFolder();
        var whole = Pictures.Pattern(200, 300, 3).WriteToBuffer(extension);
        PhotoException Fails(Action<Photo> use) => Assert.Throws<PhotoException>(() =>
        {
            using var photo = Photo.Load(whole.AsMemory(0, whole.Length / 2), "cut");
            use(photo);
        });
        Fails(photo => photo.ToRgb());
        Fails(photo => photo.Lightness(20, 30));
        Fails(photo => photo.WithoutColor().ToRgb());
        Fails(photo => photo.WithoutColor().Save(folder["out.png"]));
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void Load_NameWithBrackets_IsNoOption()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a[1].png"], Pictures.Pattern(3, 2, 3).WriteToBuffer(".png"));
        Assert.Equal(3, Photo.Load(folder["a[1].png"]).Width);
    }

    [Fact]
    public void Load_TurnedByExif_IsUpright()
    {
        using var picture = Pictures.Pattern(5, 3, 3);
        // its right side is the top
        using var turned = picture.Mutate(image => image.Set(GValue.GIntType, "orientation", 6));
        using var upright = picture.Rot90();
        using var photo = Photo.Load(turned.WriteToBuffer(".tif"), "turned");
        Assert.Equal((3, 5), (photo.Width, photo.Height));
        Assert.Equal(upright.WriteToMemory<byte>(), photo.ToRgb());
        using var folder = new TemporaryFolder();
        photo.WithoutColor().Save(folder["out.tif"]);
        using var saved = Image.NewFromFile(folder["out.tif"]);
        Assert.Equal((3, 5), (saved.Autorot().Width, saved.Autorot().Height));
    }

    [Fact]
    public void Load_Cmyk_IsRgb()
    {
        using var cmyk = Pictures.Pattern(40, 30, 3).Resize(1).Colourspace(Enums.Interpretation.Cmyk);
        using var photo = Photo.Load(cmyk.WriteToBuffer(".tif"), "cmyk");
        Assert.Equal(40 * 30 * 3, photo.ToRgb().Length);
        Assert.Equal(8, photo.Bits);
    }

    [Fact]
    public void Load_Palette_IsRgb()
    {
        using var picture = Pictures.Pattern(2, 2, 3);
        using var photo = Photo.Load(picture.PngsaveBuffer(palette: true, q: 100, effort: 10), "palette");
        Assert.Equal(12, photo.ToRgb().Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    public void Load_Floats_FindsTheirWhite(double white)
    {
        using var floats = (Pictures.Pattern(20, 30, 1) / 255 * white).Cast(Enums.BandFormat.Float);
        using var photo = Photo.Load(floats.WriteToBuffer(".tif"), "floats");
        Assert.Equal(16, photo.Bits);
        var expected = Pictures.LightnessOf(Pictures.Pattern(20, 30, 1));
        Assert.All(photo.Lightness(20, 30).Values.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 0.01f));
    }

    [Fact]
    public void Load_ForeignProfile_IsConverted()
    {
        using var srgb = Pictures.Pattern(8, 8, 3);
        using var p3 = srgb.IccTransform("p3", inputProfile: "srgb");
        using var photo = Photo.Load(p3.WriteToBuffer(".tif"), "p3");
        var (before, after) = (srgb.WriteToMemory<byte>(), photo.ToRgb());
        Assert.NotEqual(p3.WriteToMemory<byte>(), before);
        Assert.All(before.Zip(after), pair => Assert.InRange(pair.First - pair.Second, -8, 8));
    }
}
