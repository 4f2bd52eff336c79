using System.Text.RegularExpressions;

namespace Colorist.Cli;

/// <summary>A path with wildcards: <c>*</c> and <c>?</c> within a name, <c>**/</c> for any number of folders.</summary>
internal sealed class Glob
{
    private readonly Regex pattern;

    /// <param name="path">A path with at least one wildcard.</param>
    public Glob(string path)
    {
        var parts = path.Replace(Path.DirectorySeparatorChar, '/').Split('/');
        var fixedParts = parts.TakeWhile(part => !Is(part)).Count();
        var rest = string.Join('/', parts[fixedParts..]);
        Folder = fixedParts == 0 ? "." : string.Join('/', parts[..fixedParts]) + "/";
        Depth = rest.Contains("**", StringComparison.Ordinal) ? int.MaxValue : parts.Length - fixedParts - 1;
        pattern = new Regex(
            "^" + Regex.Escape(rest).Replace(@"\*\*/", "(.*/)?").Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]") + "$",
            RegexOptions.IgnoreCase);
    }

    /// <summary>The folder before the first wildcard.</summary>
    public string Folder { get; }

    /// <summary>How many folders below it a match may lie.</summary>
    public int Depth { get; }

    public static bool Is(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <param name="path">Relative to <see cref="Folder"/>.</param>
    public bool Matches(string path) => pattern.IsMatch(path.Replace(Path.DirectorySeparatorChar, '/'));
}
