namespace Colorist;

/// <summary>Which pages of a file are coloured; smaller copies, masks and previews are no pages.</summary>
public enum PhotoPages
{
    /// <summary>The first one; a remark says how many are left out.</summary>
    First,

    /// <summary>
    /// Each, one after the other, from a TIFF file into a TIFF file. A page that has colour already keeps it.
    /// </summary>
    All,
}
