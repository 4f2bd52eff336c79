namespace Colorist;

/// <summary>The models that a user has added, one folder each, so that their names are enough.</summary>
public sealed class ModelShelf
{
    /// <summary>The environment variable that names another folder for them.</summary>
    public const string Variable = "COLORIST_MODELS";

    /// <param name="folder">
    /// Where they are kept; null, the default, for <c>$COLORIST_MODELS</c> or else
    /// <c>$XDG_DATA_HOME/colorist/models</c> on Linux, or its usual place.
    /// </param>
    public ModelShelf(string? folder = null)
    {
        folder ??= Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } own ? own : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify), "colorist", "models");
        Folder = Path.GetFullPath(folder);
    }

    /// <summary>Where they are kept; it need not exist.</summary>
    public string Folder { get; }

    /// <summary>The names of all models, sorted.</summary>
    public IReadOnlyList<string> Names => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateDirectories(Folder).Where(HasCard).Select(folder => Path.GetFileName(folder)!)
            .Where(IsName).Order(StringComparer.Ordinal),
    ];

    /// <summary>The folder of a name, whether there is a model of that name or not.</summary>
    /// <param name="name">Letters, digits, hyphens, underscores and dots.</param>
    /// <exception cref="ArgumentException">The name has other characters, none, or begins with a dot.</exception>
    public string PathOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsName(name) ? Path.Combine(Folder, name) : throw new ArgumentException(
            $"expected a model's name of letters, digits, hyphens, underscores and dots, found \"{name}\"");
    }

    /// <summary>Finds a model as people ask for it: an added one by its name first, then by path.</summary>
    /// <param name="wanted">A name, a model's folder or its <c>card.json</c>.</param>
    /// <returns>The folder or card; null if there is nothing of that name.</returns>
    public string? Find(string wanted)
    {
        ArgumentException.ThrowIfNullOrEmpty(wanted);
        return IsName(wanted) && HasCard(Path.Combine(Folder, wanted)) ? Path.Combine(Folder, wanted)
            : Path.Exists(wanted) ? wanted
            : IsShipped(wanted) ? ShippedModel.Folder
            : null;
    }

    /// <summary>Removes a model with all its files.</summary>
    /// <param name="name">Of an added model.</param>
    /// <exception cref="ArgumentException">It is no name.</exception>
    /// <exception cref="ModelException">There is no such model, or it cannot be removed.</exception>
    public void Remove(string name)
    {
        var folder = PathOf(name);
        if (!HasCard(folder))
            throw new ModelException(Folder, $"a model of the name {name}", Names.Count == 0
                ? "none at all"
                : string.Join(", ", Names));
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(folder, "a folder that can be removed", "one that cannot", e);
        }
    }

    private static bool IsShipped(string name) =>
        HasCard(ShippedModel.Folder)
            && ModelCard.Read(Path.Combine(ShippedModel.Folder, ModelCard.FileName)).Name == name;

    private static bool HasCard(string folder) => File.Exists(Path.Combine(folder, ModelCard.FileName));

    private static bool IsName(string name) =>
        name.Length > 0 && name[0] != '.'
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
