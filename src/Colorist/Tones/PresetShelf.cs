namespace Colorist;

/// <summary>
/// The presets there are: those that come with the program, and the user's own in the configuration folder, one a file.
/// </summary>
public static class PresetShelf
{
    private const string Extension = ".json";

    private static readonly Lazy<IReadOnlyList<Preset>> ShippedOnes = new(ReadShipped);

    /// <summary>
    /// Where the user's presets are kept: <c>$XDG_CONFIG_HOME/colorist/presets</c> on Linux, or its usual place.
    /// </summary>
    public static string Folder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData,
            Environment.SpecialFolderOption.DoNotVerify), "colorist", "presets");

    /// <summary>Those that come with the program.</summary>
    public static IReadOnlyList<Preset> Shipped => ShippedOnes.Value;

    /// <summary>Those that come with the program, then the user's own by their names.</summary>
    /// <exception cref="PresetException">A file is damaged.</exception>
    public static IReadOnlyList<Preset> All => [.. Shipped, .. Own().Select(PresetFile.Read)];

    /// <summary>Finds a preset.</summary>
    /// <param name="typed">
    /// Its name as people type it, such as <c>Period print</c>, or a file that ends in .json.
    /// </param>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    /// <exception cref="PresetException">Its file is damaged.</exception>
    public static Preset Find(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)) return PresetFile.Read(typed);
        var name = ShelfName.For(typed, "a preset");
        if (Shipped.FirstOrDefault(preset => preset.Name == name) is { } shipped) return shipped;
        return File.Exists(FileOf(name)) ? PresetFile.Read(FileOf(name)) : throw new ArgumentException(
            $"expected a preset ({string.Join(", ", Shipped.Select(preset => preset.Name).Concat(Own().Select(Path.GetFileNameWithoutExtension)))}) or a .json file, found {typed}");
    }

    /// <summary>Keeps a preset among the user's own.</summary>
    /// <param name="preset">Its name is the file's.</param>
    /// <param name="overwrite">Whether one of the same name is replaced.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">One that comes with the program has that name, or it is no name.</exception>
    /// <exception cref="PresetException">
    /// One of that name is there and not to be replaced, or the file cannot be written.
    /// </exception>
    public static string Save(Preset preset, bool overwrite)
    {
        ArgumentNullException.ThrowIfNull(preset);
        var name = ShelfName.For(preset.Name, "a preset");
        if (Shipped.Any(shipped => shipped.Name == name))
            throw new ArgumentException($"expected a name that none of the program's own presets has, found {name}");
        PresetFile.Write(FileOf(name), preset with { Name = name }, overwrite);
        return FileOf(name);
    }

    private static string FileOf(string name) => Path.Combine(Folder, name + Extension);

    private static IEnumerable<string> Own() =>
        Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*" + Extension).Order(StringComparer.Ordinal) : [];

    private static List<Preset> ReadShipped() =>
    [
        .. ((string[])["period-print", "warm-slide", "cool-documentary", "early-autochrome", "two-strip",
            "faded-print"]).Select(name =>
        {
            using var text = new StreamReader(typeof(PresetShelf).Assembly.GetManifestResourceStream(name)!);
            return PresetFile.Parse(text.ReadToEnd(), name);
        }),
    ];
}
