using Colorist;

namespace Snippets;

/// <summary>What docs/guides/photos.md and import.md quote; only compiled.</summary>
internal static class Photos
{
    public static void ColorOne()
    {
        using var colorizer = Colorizer.Load("models/resnet18"); // once, for every photo
        var result = new PhotoColorizer(colorizer).Colorize("scan.tif", "scan-colour.tif");
        foreach (var remark in result.Remarks) Console.WriteLine(remark);
    }

    public static void Say(PhotoColorizer photos)
    {
        try
        {
            photos.Colorize("scan.tif", "scan-colour.tif");
        }
        catch (PhotoException exception) when (exception.Option == nameof(PhotoOptions.Recolor))
        {
            Console.WriteLine($"{exception.Path} is in colour already"); // PhotoOptions.Recolor would allow it
        }
        catch (ColoristException exception)
        {
            Console.WriteLine($"{exception.Path}: not {exception.Expected}, but {exception.Found}");
        }
    }
}
