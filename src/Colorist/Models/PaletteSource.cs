using System.Globalization;

namespace Colorist;

/// <summary>
/// Palettes as people type them: a picture in colour, a file of a palette, or <c>#rrggbb,#rrggbb=WEIGHT,…</c>.
/// </summary>
public static class PaletteSource
{
    /// <summary>Reads one.</summary>
    /// <param name="typed">Colours begin with #, a file of a palette ends with .json, all else is a picture.</param>
    /// <param name="load">How a picture is opened; null for the defaults.</param>
    /// <exception cref="ArgumentException">A colour is not written as it should be.</exception>
    /// <exception cref="PhotoException">The file is neither a picture in colour nor a palette.</exception>
    public static Palette Read(string typed, PhotoLoadOptions? load = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(typed);
        if (typed.StartsWith('#'))
            return Palette.FromColors(typed.Split(',', StringSplitOptions.TrimEntries).Select(Color));
        return Path.GetExtension(typed).Equals(".json", StringComparison.OrdinalIgnoreCase)
            ? Palette.FromFile(typed)
            : OfPicture(typed, load) ?? throw new PhotoException(typed, "a picture in colour", "a grey or toned one");
    }

    /// <summary>The mean of several, each perhaps followed by =WEIGHT.</summary>
    /// <param name="typed">At least one.</param>
    /// <param name="load">How pictures are opened; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There is none, or a colour or weight is not written as it should be.
    /// </exception>
    /// <exception cref="PhotoException">A file is neither a picture in colour nor a palette.</exception>
    public static Palette Mix(IEnumerable<string> typed, PhotoLoadOptions? load = null)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return Palette.Mix([.. typed.Select(Weighted).Select(source => (Read(source.Name, load), source.Weight))]);
    }

    /// <summary>The palette of a picture; null if it is grey or toned.</summary>
    /// <exception cref="PhotoException">It is no picture.</exception>
    internal static Palette? OfPicture(string path, PhotoLoadOptions? load)
    {
        using var picture = Photo.Load(path, load);
        return picture.HasColor() ? Palette.FromPhoto(picture) : null;
    }

    private static WeightedName Weighted(string typed) =>
        typed.StartsWith('#') ? new WeightedName(typed, 1) : WeightedName.Parse(typed);

    private static (byte Red, byte Green, byte Blue, float Weight) Color(string typed)
    {
        var (name, weight) = WeightedName.Parse(typed);
        return name is ['#', _, _, _, _, _, _]
            && int.TryParse(name.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? ((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb, weight)
            : throw new ArgumentException($"expected colours as #rrggbb,#rrggbb=WEIGHT, found {typed}");
    }
}
