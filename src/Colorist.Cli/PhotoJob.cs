namespace Colorist.Cli;

/// <summary>One photo and where its result goes.</summary>
/// <param name="Input">The file, or <see cref="Pipe"/>.</param>
/// <param name="Output">The file to write, or <see cref="Pipe"/>.</param>
/// <param name="Refusal">Why it is not to be coloured; null if it is.</param>
/// <param name="Extension">The format for a pipe; null for the photo's own.</param>
internal sealed record PhotoJob(string Input, string Output, string? Refusal = null, string? Extension = null)
{
    /// <summary>Standard input or standard output.</summary>
    public const string Pipe = "-";
}
