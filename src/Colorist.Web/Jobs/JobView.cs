using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Colorist.Web;

/// <summary>A job as the API shows it.</summary>
/// <param name="Id">Nobody guesses it: who knows it may ask for the result.</param>
/// <param name="Kind">photo or film.</param>
/// <param name="State">queued, running, done, failed or cancelled.</param>
/// <param name="Done">Photos or frames that are done.</param>
/// <param name="Total">Photos or frames of the whole; 0 if unknown.</param>
/// <param name="Eta">Seconds that are left, as far as one can tell; null if unknown.</param>
/// <param name="Remarks">What is to be known of the result.</param>
/// <param name="Problem">Why it failed; null if it did not.</param>
internal sealed record JobView(
    string Id, string Kind, JobState State, long Done, long Total, double? Eta, IReadOnlyList<string> Remarks,
    ProblemDetails? Problem)
{
    /// <summary>The state as the API writes it.</summary>
    [JsonIgnore]
    public string StateName => State.ToString().ToLowerInvariant();

    /// <summary>A job that waits for its turn.</summary>
    public static JobView Queued(string id, ApiSubject kind) => kind == ApiSubject.Film
        ? new JobView(id, "film", JobState.Queued, 0, 0, null, [], null)
        : new JobView(id, "photo", JobState.Queued, 0, 1, null, [], null);

    /// <summary>Whether nothing will change any more.</summary>
    public bool IsOver() => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}
