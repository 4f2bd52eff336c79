namespace Colorist.Web;

/// <summary>What a participant says.</summary>
public enum StudyOpinion
{
    /// <summary>The picture does not look natural.</summary>
    Unnatural,

    /// <summary>The picture looks natural.</summary>
    Natural,

    /// <summary>Of two pictures, the first looks more natural.</summary>
    First,

    /// <summary>Of two pictures, the second looks more natural.</summary>
    Second,
}
