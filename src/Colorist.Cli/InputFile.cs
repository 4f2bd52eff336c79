namespace Colorist.Cli;

/// <summary>A photo to colour.</summary>
/// <param name="Path">The file.</param>
/// <param name="Below">
/// Its path below what the user named: a folder, the fixed part of a glob, the place that a list starts from.
/// </param>
/// <param name="IsRead">Whether its format is one that is read, by its name; others are counted, not tried.</param>
internal sealed record InputFile(string Path, string Below, bool IsRead = true)
{
    /// <summary>
    /// Why it is no photo: a folder that cannot be entered, for instance; null, the default, if it may be one.
    /// </summary>
    public string? Refusal { get; init; }
}
