namespace Colorist.Web;

/// <summary>An answer.</summary>
/// <param name="Participant">Number of who gave it, from 0.</param>
/// <param name="Place">Place in the order that this participant is shown pictures in, from 0.</param>
/// <param name="Opinion">What was said.</param>
/// <param name="Milliseconds">How long the picture was looked at.</param>
internal sealed record StudyAnswer(int Participant, int Place, StudyOpinion Opinion, int Milliseconds);
