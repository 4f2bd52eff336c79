namespace Colorist.Cli;

/// <summary>How results are said.</summary>
internal enum Talk
{
    /// <summary>A line for people, with progress.</summary>
    Lines,

    /// <summary>Not at all.</summary>
    Quiet,

    /// <summary>A line of JSON for programs, without progress.</summary>
    Json,
}
