namespace Colorist.Cli;

/// <summary>The moods that a model has here: those that came with it, and the user's own in the configuration folder, one file per model.</summary>
/// <param name="colorizer">The model.</param>
internal sealed class MoodShelf(Colorizer colorizer)
{
    /// <summary>Where the user's moods are kept: <c>$XDG_CONFIG_HOME/colorist/moods</c> on Linux, or its usual place.</summary>
    public string Path { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "colorist", "moods", $"{colorizer.Card.Name}-{colorizer.Card.WeightsSha256[..12]}.json");

    /// <summary>Those of the model first.</summary>
    /// <exception cref="ModelException">A file of moods is damaged.</exception>
    public IReadOnlyList<Mood> All => [.. colorizer.Moods, .. Own];

    private IReadOnlyList<Mood> Own => MoodFile.Read(Path, colorizer.Card);

    /// <exception cref="ArgumentException">There is no such mood.</exception>
    public Mood Find(string typed)
    {
        var name = Mood.NameOf(typed);
        return All.FirstOrDefault(mood => mood.Name == name) ?? throw new ArgumentException(
            $"expected a mood of the model {colorizer.Card.Name} ({(All.Count == 0 ? "it has none" : string.Join(", ", All.Select(mood => mood.Name)))}), found {typed}");
    }

    /// <exception cref="ArgumentException">A mood of that name is there, and not to be replaced.</exception>
    /// <exception cref="ModelException">The file cannot be written.</exception>
    public void Save(Mood mood, bool overwrite)
    {
        if (colorizer.Moods.Any(shipped => shipped.Name == mood.Name))
            throw new ArgumentException($"expected a name that none of the model's own moods has, found {mood.Name}");
        if (!overwrite && Own.Any(own => own.Name == mood.Name))
            throw new ArgumentException($"expected a new mood, or --overwrite, found one of the name {mood.Name} in {Path}");
        MoodFile.Write(Path, colorizer.Card, [.. Own.Where(own => own.Name != mood.Name), mood]);
    }
}
