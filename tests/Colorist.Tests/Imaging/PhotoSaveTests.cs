using NetVips;

namespace Colorist.Tests;

public sealed class PhotoSaveTests
{
    [Theory]
    [InlineData("out.jpg", 1)]
    [InlineData("out.png", 0)]
    [InlineData("out.TIFF", 0)]
    [InlineData("out.webp", 2)]
    [InlineData("out.avif", 2)]
    public void Save_AnyFormat_HoldsThePaintedPixels(string name, double maxMeanError)
    {
        using var folder = new TemporaryFolder();
        using var smooth = Image.Xyz(90, 140).Cast(Enums.BandFormat.Uchar).ExtractBand(1);
        using var photo = Photo.Load(smooth.WriteToBuffer(".png"), "smooth");
        using var painted = photo.WithChroma(Pictures.Flat(10, 20));
        painted.Save(folder[name]);
        Assert.Equal([name], folder.Names());
        using var saved = Photo.Load(folder[name]);
        Assert.InRange(painted.ToRgb().Zip(saved.ToRgb(), (x, y) => Math.Abs(x - y)).Average(), 0, maxMeanError);
    }

    [Fact]
    public void Save_SixteenBitsAsJpeg_RoundsEachShade()
    {
        using var folder = new TemporaryFolder();
        ushort[] shades = [.. Enumerable.Repeat((ushort)(257 * 100 - 100), 64 * 64)]; // nearer to 100 than to 99
        using var picture = Image.NewFromMemory(shades, 64, 64, 1, Enums.BandFormat.Ushort)
            .Copy(interpretation: Enums.Interpretation.Grey16);
        using var photo = Photo.Load(picture.WriteToBuffer(".png"), "deep");
        photo.Save(folder["plain.jpg"]);
        photo.WithoutColor().Save(folder["painted.jpg"]);
        Assert.All(Photo.Load(folder["plain.jpg"]).ToRgb(), value => Assert.Equal(100, value));
        Assert.All(Photo.Load(folder["painted.jpg"]).ToRgb(), value => Assert.Equal(100, value));
    }

    [Fact]
    public void Save_FileExists_IsReplacedOnlyWhenTold()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["out.png"], "mine");
        using var photo = Photo.FromRgb(1, 1, [1, 2, 3]);
        Assert.Throws<PhotoException>(() => photo.Save(folder["out.png"]));
        Assert.Equal("mine", File.ReadAllText(folder["out.png"]));
        photo.Save(folder["out.png"], new PhotoSaveOptions { Overwrite = true });
        Assert.Equal([1, 2, 3], Photo.Load(folder["out.png"]).ToRgb());
    }

    [Fact]
    public void Save_OverItsOwnFile_Works()
    {
        using var folder = new TemporaryFolder();
        Pictures.Pattern(50, 200, 3).WriteToFile(folder["photo.png"]);
        using var photo = Photo.Load(folder["photo.png"]);
        var expected = photo.WithoutColor().ToRgb();
        photo.WithoutColor().Save(folder["photo.png"], new PhotoSaveOptions { Overwrite = true });
        Assert.Equal(expected, photo.ToRgb());
        Assert.Equal(["photo.png"], folder.Names());
    }

    [Theory]
    [InlineData("a", 251)]
    [InlineData("я", 125)] // two bytes each in UTF-8
    [InlineData("照", 83)] // three
    public void Save_NameAsLongAsFileSystemsTake_Works(string letter, int times)
    {
        using var folder = new TemporaryFolder();
        var name = string.Concat(Enumerable.Repeat(letter, times)) + ".png";
        using var photo = Photo.FromRgb(1, 1, [1, 2, 3]);
        photo.Save(folder[name]);
        Assert.Equal([name], folder.Names());
    }

    [Theory]
    [InlineData("out.bmp")]
    [InlineData("out")]
    [InlineData("no-such-folder/out.png")]
    public void Save_ImpossiblePath_IsRefused(string name)
    {
        using var folder = new TemporaryFolder();
        using var photo = Photo.FromRgb(1, 1, [1, 2, 3]);
        Assert.Throws<PhotoException>(() => photo.Save(folder[name]));
        Assert.Empty(folder.Names());
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    public void Save_Painted_KeepsMetadataAndResolution(string extension)
    {
        using var folder = new TemporaryFolder();
        using var picture = Pictures.Pattern(30, 20, 1).Copy(xres: 11.811, yres: 11.811).Mutate(image =>
        {
            image.Set(GValue.RefStrType, "exif-ifd0-Artist", "Colorist (Colorist, ASCII, 9 components, 9 bytes)");
            image.Set(GValue.BlobType, "xmp-data", "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"u8.ToArray());
        });
        picture.WriteToFile(folder["in" + extension]);
        Photo.Load(folder["in" + extension]).WithoutColor().Save(folder["out" + extension]);

        using var before = Image.NewFromFile(folder["in" + extension]);
        using var after = Image.NewFromFile(folder["out" + extension]);
        foreach (var field in (string[])["exif-ifd0-Artist", "xmp-data"])
            if (before.Contains(field)) Assert.Equal(before.Get(field), after.Get(field));
        Assert.True(before.Contains("xmp-data"));
        Assert.Equal(before.Xres, after.Xres, 0.05);
    }

    [Fact]
    public void Save_PaintedWithIptcData_KeepsIt()
    {
        using var folder = new TemporaryFolder();
        byte[] data = [.. "Photoshop 3.0\08BIM"u8, 4, 4, 0, 0, 0, 0, 0, 8, 0x1C, 2, 120, 0, 3, .. "sea"u8]; // a caption
        using var picture = Pictures.Pattern(8, 8, 1).Mutate(image => image.Set(GValue.BlobType, "iptc-data", data));
        Photo.Load(picture.WriteToBuffer(".jpg"), "in").WithoutColor().Save(folder["out.jpg"]);
        using var saved = Image.NewFromFile(folder["out.jpg"]);
        Assert.Equal(data, (byte[])saved.Get("iptc-data"));
    }

    [Fact]
    public void Save_DeepTransparencyInAFormatOfEightBits_IsRounded()
    {
        using var folder = new TemporaryFolder();
        using var photo = MadeUpPhotos.Transparent(64, 16);
        photo.WithoutColor().Save(folder["out.webp"]);
        using var saved = Image.NewFromFile(folder["out.webp"]);
        var alpha = saved.ExtractBand(3).WriteToMemory<byte>();
        for (var x = 0; x < 64; x++) Assert.Equal(x * 255 / 63.0, alpha[x], 0.51);
    }

    [Fact]
    public void Write_WhenAnotherMakesTheFileMeanwhile_LeavesThatOneAlone()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<PhotoException>(() => PictureFile.Write(folder["out.png"], overwrite: false, beside =>
        {
            File.WriteAllText(beside, "ours");
            File.WriteAllText(folder["out.png"], "another's");
        }));
        Assert.Equal("another's", File.ReadAllText(folder["out.png"]));
        Assert.Equal(["out.png"], folder.Names());
    }

    [Fact]
    public void Save_PhotoWithAForeignProfile_IsTaggedAsSrgb()
    {
        using var folder = new TemporaryFolder();
        using var p3 = Pictures.Pattern(8, 8, 3).IccTransform("p3", inputProfile: "srgb");
        using var srgb = Pictures.Pattern(8, 8, 3).IccTransform("srgb", inputProfile: "srgb");
        using var photo = Photo.Load(p3.WriteToBuffer(".tif"), "p3");
        photo.WithoutColor().Save(folder["out.png"]);
        using var saved = Image.NewFromFile(folder["out.png"]);
        Assert.Equal((byte[])srgb.Get("icc-profile-data"), (byte[])saved.Get("icc-profile-data"));
    }

    [Theory]
    [InlineData(".png", false)]
    [InlineData(".tif", false)]
    [InlineData(".jpg", false)]
    [InlineData(".webp", false)]
    [InlineData(".avif", false)]
    [InlineData(".png", true)]
    [InlineData(".tif", true)]
    public void Save_GreyPhotoInColor_IsTaggedAsSrgbNotAsGrey(string extension, bool sideBySide)
    {
        using var folder = new TemporaryFolder();
        using var grey = Pictures.Pattern(32, 32, 1)
            .Mutate(image => image.Set(GValue.BlobType, "icc-profile-data", IccBytes.Grey(IccBytes.Gamma(1.8))));
        using var srgb = Pictures.Pattern(8, 8, 3).IccTransform("srgb", inputProfile: "srgb");
        using var photo = Photo.Load(grey.WriteToBuffer(".tif"), "grey");
        using var colored = photo.WithChroma(GuidedChroma.None);
        colored.Save(folder["out" + extension], new PhotoSaveOptions { SideBySide = sideBySide });
        using var saved = Image.NewFromFile(folder["out" + extension]);
        Assert.Equal(3, saved.Bands);
        Assert.Equal((byte[])srgb.Get("icc-profile-data"), (byte[])saved.Get("icc-profile-data"));
    }

    [Fact]
    public void Save_PhotoWithAProfileForOtherPixels_LosesIt()
    {
        using var folder = new TemporaryFolder();
        using var cmyk = Pictures.Pattern(8, 8, 3).IccTransform("cmyk", inputProfile: "srgb");
        var profile = (byte[])cmyk.Get("icc-profile-data");
        using var picture = Pictures.Pattern(8, 8, 3)
            .Mutate(image => image.Set(GValue.BlobType, "icc-profile-data", profile));
        using var photo = Photo.Load(picture.WriteToBuffer(".tif"), "misfit");
        photo.WithoutColor().Save(folder["out.tif"]);
        using var saved = Image.NewFromFile(folder["out.tif"]);
        Assert.True(!saved.Contains("icc-profile-data")
            || !profile.AsSpan().SequenceEqual((byte[])saved.Get("icc-profile-data")));
    }
}
