namespace Colorist;

/// <summary>Names of what users keep.</summary>
internal static class ShelfName
{
    /// <summary>
    /// Brings a name as people type it into the form in which it is kept: lower case, hyphens for spaces.
    /// </summary>
    /// <param name="typed">Such as <c>Interior warm</c>.</param>
    /// <param name="thing">What has the name, such as a mood.</param>
    /// <exception cref="ArgumentException">
    /// It has other characters than letters, digits, spaces and hyphens, or none.
    /// </exception>
    public static string For(string typed, string thing)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var name = typed.Trim().ToLowerInvariant().Replace(' ', '-');
        return name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter == '-')
            ? name
            : throw new ArgumentException(
                $"expected {thing}'s name of letters, digits, spaces and hyphens, found \"{typed}\"");
    }
}
