namespace Colorist;

/// <summary>A scene with a name, kept for other pictures: noon, snow, or whatever a user made of pictures.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens: <c>interior-warm</c>.</param>
/// <param name="Origin">How it was made, in a sentence: which pictures, chosen how, how many.</param>
/// <param name="Scene">The mean over its pictures.</param>
/// <param name="Palette">
/// The mean over those of them that are in colour; null if none is, or the model takes no palettes.
/// </param>
public sealed record Mood(string Name, string Origin, Scene Scene, Palette? Palette = null)
{
    /// <summary>
    /// Brings a name as people type it into the form in which moods keep it: lower case, hyphens for spaces.
    /// </summary>
    /// <param name="typed">Such as <c>Interior warm</c>.</param>
    /// <exception cref="ArgumentException">
    /// It has other characters than letters, digits, spaces and hyphens, or none.
    /// </exception>
    public static string NameOf(string typed) => ShelfName.For(typed, "a mood");
}
