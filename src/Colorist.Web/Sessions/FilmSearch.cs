using Microsoft.AspNetCore.Mvc;

namespace Colorist.Web;

/// <summary>How far the search for a film's shots is.</summary>
/// <param name="State">queued, running, done or failed.</param>
/// <param name="Done">Frames that were looked at.</param>
/// <param name="Total">Frames of the film; 0 if unknown.</param>
/// <param name="Eta">Seconds that are left, as far as one can tell; null if unknown.</param>
/// <param name="Problem">Why it failed; null if it did not.</param>
internal sealed record FilmSearch(JobState State, long Done, long Total, double? Eta, ProblemDetails? Problem);
