using SkiaSharp;

namespace Colorist.Evaluation.Tests;

public sealed class PictureSheetTests
{
    private static readonly string[] Headings = ["grey", "predicted"];

    [Fact]
    public void Write_SmallPictures_KeepsTheirPixels()
    {
        using var scratch = new TemporaryFolder();
        var path = scratch["new/sheet.png"];

        PictureSheet.Write(
            path, Headings, [new SheetRow("first", Filled(40, 30, 10, 20, 30), Filled(20, 50, 200, 100, 0))]);

        using var sheet = SKBitmap.Decode(path);
        Assert.Equal((8 + 40 + 8 + 20 + 8, 8 + 20 + 50 + 20 + 8), (sheet.Width, sheet.Height));
        Assert.Equal(new SKColor(10, 20, 30), sheet.GetPixel(8, 28));
        Assert.Equal(new SKColor(10, 20, 30), sheet.GetPixel(47, 57));
        Assert.Equal(new SKColor(200, 100, 0), sheet.GetPixel(75, 77));
        Assert.Equal(new SKColor(0xFA, 0xFA, 0xFA), sheet.GetPixel(2, 2));
    }

    [Fact]
    public void Write_LargePicture_IsReducedToTheCell()
    {
        using var scratch = new TemporaryFolder();
        var path = scratch["sheet.png"];

        PictureSheet.Write(
            path, [], [new SheetRow("", Filled(400, 1000, 1, 2, 3)), new SheetRow("no picture")], cellSide: 100);

        using var sheet = SKBitmap.Decode(path);
        Assert.Equal((8 + 40 + 8, 8 + 100 + 28 + 28), (sheet.Width, sheet.Height));
        Assert.Equal(new SKColor(1, 2, 3), sheet.GetPixel(28, 58));
    }

    [Fact]
    public void Write_OverAnEarlierSheet_LeavesOnlyTheNewOne()
    {
        using var scratch = new TemporaryFolder();
        var path = scratch["sheet.png"];
        File.WriteAllText(path, "earlier");

        PictureSheet.Write(
            path, [], [new SheetRow("a caption that cannot fit below ten pixels", Filled(10, 10, 0, 0, 0))]);

        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        using var sheet = SKBitmap.Decode(path);
        Assert.Equal(26, sheet.Width);
    }

    [Fact]
    public void Write_WrongNumberOfPixels_SaysWhatWasExpected()
    {
        using var scratch = new TemporaryFolder();

        var thrown = Assert.Throws<ArgumentException>(
            () => PictureSheet.Write(scratch["sheet.png"], [], [new SheetRow("", new RgbPicture(2, 2, new byte[4]))]));

        Assert.Contains("2×2×3", thrown.Message);
        Assert.Empty(Directory.GetFiles(scratch[""]));
    }

    [Fact]
    public void Write_NoPicture_IsRefused() =>
        Assert.Throws<ArgumentException>(() => PictureSheet.Write("sheet.png", Headings, []));

    private static RgbPicture Filled(int width, int height, byte red, byte green, byte blue) =>
        new(width, height,
            [.. Enumerable.Repeat(new[] { red, green, blue }, width * height).SelectMany(pixel => pixel)]);
}
