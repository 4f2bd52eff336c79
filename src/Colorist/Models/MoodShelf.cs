namespace Colorist;

/// <summary>
/// The moods that a model has here: those that came with it, and the user's own in the configuration folder, one file
/// per model.
/// </summary>
/// <param name="colorizer">The model.</param>
public sealed class MoodShelf(Colorizer colorizer)
{
    private const int MaxLetters = 100; // of a model's name

    /// <summary>
    /// Where the user's moods are kept: <c>$XDG_CONFIG_HOME/colorist/moods</c> on Linux, or its usual place.
    /// </summary>
    public string Path { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "colorist", "moods", $"{FileName(colorizer.Card.Name)}-{colorizer.Card.WeightsSha256[..12]}.json");

    /// <summary>Those of the model first.</summary>
    /// <exception cref="ModelException">A file of moods is damaged.</exception>
    public IReadOnlyList<Mood> All => [.. colorizer.Moods, .. Own];

    private IReadOnlyList<Mood> Own => MoodFile.Read(Path, colorizer.Card);

    /// <summary>Finds a mood by its name as people type it.</summary>
    /// <param name="typed">Such as <c>Interior warm</c>.</param>
    /// <exception cref="ArgumentException">There is no such mood.</exception>
    /// <exception cref="ModelException">A file of moods is damaged.</exception>
    public Mood Find(string typed)
    {
        var name = Mood.NameOf(typed);
        return All.FirstOrDefault(mood => mood.Name == name) ?? throw new ArgumentException(
            $"expected a mood of the model {colorizer.Card.Name} ({(All.Count == 0 ? "it has none" : string.Join(", ", All.Select(mood => mood.Name)))}), found {typed}");
    }

    /// <summary>Mixes the scenes of pictures with moods.</summary>
    /// <param name="pictures">Picture files, grey or in colour.</param>
    /// <param name="moods">Moods by their names.</param>
    /// <param name="load">How pictures are read; null for the defaults.</param>
    /// <returns>For <see cref="Look.Style"/>; null if there are neither pictures nor moods.</returns>
    /// <exception cref="ArgumentException">There is no such mood, or the model has no global features.</exception>
    /// <exception cref="PhotoException">A picture cannot be read.</exception>
    /// <exception cref="ModelException">A file of moods is damaged, or the network failed.</exception>
    public Scene? Mix(
        IEnumerable<WeightedName> pictures, IEnumerable<WeightedName> moods, PhotoLoadOptions? load = null)
    {
        List<(Func<Scene> Scene, float Weight)> parts =
        [
            .. pictures.Select(picture => ((Func<Scene>)(() => SceneOf(picture.Name, load)), picture.Weight)),
            .. moods.Select(mood => ((Func<Scene>)(() => Find(mood.Name).Scene), mood.Weight)),
        ];
        if (parts.Count == 0) return null;
        if (!colorizer.Card.HasGlobal)
            throw new ArgumentException(
                $"expected a model with global features for styles and moods, found {colorizer.Card.Name} without");
        return Scene.Mix([.. parts.Select(part => (part.Scene(), part.Weight))]);
    }

    /// <summary>Mixes the palettes of pictures with those of moods.</summary>
    /// <param name="pictures">Picture files; grey and toned ones have no palette.</param>
    /// <param name="moods">Moods by their names.</param>
    /// <param name="load">How pictures are opened; null for the defaults.</param>
    /// <returns>For <see cref="Look.Palette"/>; null if none has a palette, or the model takes none.</returns>
    /// <exception cref="ArgumentException">There is no such mood.</exception>
    /// <exception cref="PhotoException">A picture cannot be read.</exception>
    /// <exception cref="ModelException">A file of moods is damaged.</exception>
    public Palette? MixPalettes(
        IEnumerable<WeightedName> pictures, IEnumerable<WeightedName> moods, PhotoLoadOptions? load = null)
    {
        if (colorizer.Card.PaletteLength == 0) return null;
        (Palette? Palette, float Weight)[] found =
        [
            .. pictures.Select(picture => (PaletteSource.OfPicture(picture.Name, load), picture.Weight)),
            .. moods.Select(mood => (Find(mood.Name).Palette, mood.Weight)),
        ];
        (Palette, float)[] palettes = [.. found.Where(one => one.Palette is not null)
            .Select(one => (one.Palette!, one.Weight))];
        return palettes.Length == 0 ? null : Palette.Mix(palettes);
    }

    /// <summary>Keeps a mood among the user's own.</summary>
    /// <param name="mood">Made with this model.</param>
    /// <param name="overwrite">Whether one of the same name is replaced.</param>
    /// <exception cref="ArgumentException">One of the model's own moods has that name.</exception>
    /// <exception cref="ModelException">
    /// A mood of that name is there and not to be replaced, or the file cannot be written.
    /// </exception>
    public void Save(Mood mood, bool overwrite)
    {
        if (colorizer.Moods.Any(shipped => shipped.Name == mood.Name))
            throw new ArgumentException($"expected a name that none of the model's own moods has, found {mood.Name}");
        if (!overwrite && Own.Any(own => own.Name == mood.Name))
            throw new ModelException(Path, $"no mood of the name {mood.Name}", "one")
            {
                Option = nameof(PhotoSaveOptions.Overwrite)
            };
        MoodFile.Write(Path, colorizer.Card, [.. Own.Where(own => own.Name != mood.Name), mood]);
    }

    /// <summary>A model's name, which its card says as it likes, as part of a file's name.</summary>
    internal static string FileName(string name) =>
        string.Concat(name.Take(MaxLetters)
            .Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-'));

    private Scene SceneOf(string path, PhotoLoadOptions? load)
    {
        using var picture = Photo.Load(path, load);
        return colorizer.Describe(picture);
    }
}
