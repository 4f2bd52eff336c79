namespace Colorist.Web;

/// <summary>Somebody who is asked.</summary>
/// <param name="Link">The secret end of the personal link: 32 hexadecimal digits.</param>
/// <param name="Shown">Names of pictures in the order that they are shown: one each time, or two.</param>
public sealed record StudyParticipant(string Link, IReadOnlyList<IReadOnlyList<string>> Shown);
