namespace Colorist;

/// <summary>A text beside a picture.</summary>
/// <param name="Key">What it is: Title, Author, Comment, ...; PNG has a list, and any other will do.</param>
/// <param name="Text">The text.</param>
internal sealed record PictureText(string Key, string Text)
{
    public const string Comment = "Comment";
}
