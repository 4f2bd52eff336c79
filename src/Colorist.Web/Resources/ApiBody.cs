namespace Colorist.Web;

/// <summary>What a request's body holds, for the documentation.</summary>
/// <param name="Subject">Which options there are.</param>
/// <param name="NeedsFile">Whether a photo or film is sent.</param>
/// <param name="IsStrokes">Whether it is a bare picture of strokes.</param>
internal sealed record ApiBody(ApiSubject Subject, bool NeedsFile = true, bool IsStrokes = false)
{
    public bool IsFilm => Subject is ApiSubject.Film or ApiSubject.FilmSession;
}
