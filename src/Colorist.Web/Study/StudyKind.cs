using System.Text.Json.Serialization;

namespace Colorist.Web;

/// <summary>What is asked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StudyKind>))]
public enum StudyKind
{
    /// <summary>Whether a picture looks natural.</summary>
    [JsonStringEnumMemberName("natural")]
    Natural,

    /// <summary>Which of two pictures of the same photo looks more natural.</summary>
    [JsonStringEnumMemberName("choice")]
    Choice,
}
