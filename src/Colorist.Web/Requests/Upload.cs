namespace Colorist.Web;

/// <summary>What a request sent.</summary>
/// <param name="Folder">Where its files lie; whoever has the upload deletes it.</param>
/// <param name="File">The photo or film.</param>
/// <param name="Name">
/// What the sender calls it, for the sender alone: it never reaches the file system. Empty if unknown.
/// </param>
/// <param name="Fields">The options.</param>
internal sealed record Upload(string Folder, string File, string Name, FormFields Fields)
{
    private const int MaxName = 120;

    /// <summary>The name without its folders and extension, fit for a header or an archive.</summary>
    public string Stem
    {
        get
        {
            var last = Name.Split('/', '\\')[^1];
            var dot = last.LastIndexOf('.');
            var stem = string.Concat((dot > 0 ? last[..dot] : last)
                .Where(letter => !char.IsControl(letter) && !"<>:\"|?*".Contains(letter))).Trim(' ', '.');
            return stem.Length == 0 ? "picture" : stem[..Math.Min(MaxName, stem.Length)];
        }
    }

    /// <summary>The extension in the name, lower case, with its dot; empty if there is none.</summary>
    public string Extension => Path.GetExtension(Name).ToLowerInvariant();
}
