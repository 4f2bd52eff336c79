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
    /// <summary>The name of its folder, which is the id of a job that is made of it.</summary>
    public string Id => Path.GetFileName(Folder);

    /// <summary>The extension in the name, lower case, with its dot; empty if there is none.</summary>
    public string Extension => Path.GetExtension(Name).ToLowerInvariant();
}
