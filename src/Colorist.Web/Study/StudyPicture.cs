namespace Colorist.Web;

/// <summary>Whose a picture is.</summary>
/// <param name="Photo">Name of the photo, the same in all methods.</param>
/// <param name="Method">Name of the method that coloured it.</param>
public sealed record StudyPicture(string Photo, string Method);
