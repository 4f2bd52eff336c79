using System.Text.Json;

namespace Colorist.Web;

/// <summary>One of several colourings of a photo as the API shows it.</summary>
/// <param name="Number">1 for the usual one.</param>
/// <param name="Palette">Its palette, which may be sent as the option palette; null in the first.</param>
/// <param name="Picture">A small JPEG file.</param>
internal sealed record CandidateView(int Number, JsonElement? Palette, byte[] Picture)
{
    private const double Side = 320; // the longer one, in pixels

    /// <summary>Shows colourings.</summary>
    /// <param name="photo">Whose they are.</param>
    /// <param name="candidates">The colourings.</param>
    /// <param name="look">Whose tone they get.</param>
    public static IReadOnlyList<CandidateView> Of(Photo photo, IReadOnlyList<Candidate> candidates, Look look)
    {
        using var small = SmallCopy.Of(photo, Side);
        return [.. candidates.Select(candidate =>
        {
            using var colored = small.WithChroma(candidate.Painting.Find(null, look).Chroma);
            return new CandidateView(candidate.Number, Json(candidate.Palette), SmallCopy.Encoded(colored));
        })];
    }

    private static JsonElement? Json(Palette? palette) =>
        palette is null ? null : JsonSerializer.Deserialize<JsonElement>(palette.ToJson());
}
