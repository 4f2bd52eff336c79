namespace Colorist;

/// <summary>Whether neutral things are made neutral: paper, snow, shirts.</summary>
public enum Balance
{
    /// <summary>The colours stay as they were found.</summary>
    None,

    /// <summary>
    /// A cast that is found on bright places of little colour is taken away, from all colours as a coloured light would
    /// give it; never more than 8 C*ab, and nothing where fewer than one place in a hundred could be neutral.
    /// </summary>
    Auto,
}
