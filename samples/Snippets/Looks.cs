using Colorist;

namespace Snippets;

/// <summary>What docs/guides/looks.md, dials.md and doubt.md quote; only compiled.</summary>
internal static class Looks
{
    public static void Style(Colorizer colorizer, Photo photo)
    {
        using var sunset = Photo.Load("sunset.jpg");
        var look = new Look { Style = colorizer.Describe(sunset), StyleStrength = 0.5f, Saturation = 0.9f };
        using var colored = colorizer.Colorize(photo, look);
        colored.Save("sunset-colour.jpg");
    }

    public static void Hint(Colorizer colorizer, Photo photo)
    {
        var hints = Hints.FromPoints(photo.Width, photo.Height, [(120, 300, 0x7a, 0x1f, 0x2b)]);
        using var colored = colorizer.Colorize(photo, new Look { Hints = hints });
        colored.Save("hinted-colour.jpg");
    }

    public static void Tone(Colorizer colorizer, Photo photo)
    {
        var look = new Look { Tone = new Tone { Temperature = 20, Balance = Balance.Auto } };
        using var colored = colorizer.Colorize(photo, look);
        colored.Save("warmer-colour.jpg");
    }

    public static void Doubt(Colorizer colorizer, Photo photo)
    {
        var doubt = colorizer.Doubt(photo);
        Console.WriteLine($"{doubt.Mean:f1}, ask first at {doubt.Places(3)[0]}");
        DoubtSheet.Write("map.png", photo, doubt);
        using var colored = colorizer.Colorize(photo, new Look { Caution = 0.5f });
        colored.Save("careful-colour.jpg");
    }
}
