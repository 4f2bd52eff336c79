namespace Colorist.Cli;

/// <summary>How photos are coloured.</summary>
internal sealed record PhotoDials
{
    /// <summary>Of the chroma, 0..3.</summary>
    public float Saturation { get; init; } = 1;

    public bool SideBySide { get; init; }

    /// <summary>Whether photos that have colour get another.</summary>
    public bool Recolour { get; init; }

    /// <summary>Whether the file says that its colours are computed.</summary>
    public bool Note { get; init; } = true;

    public bool SayScene { get; init; }
}
