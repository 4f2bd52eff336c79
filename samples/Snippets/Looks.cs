using Colorist;

namespace Snippets;

/// <summary>What docs/guides/looks.md and dials.md quote; only compiled.</summary>
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
}
