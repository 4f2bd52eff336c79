using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colorist.Web;

/// <summary>
/// A study of naturalness: who is shown what, in which order, and the key from a picture to its method. A folder with
/// <c>study.json</c>, the pictures, and the answers.
/// </summary>
/// <param name="Title">What participants read above.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Methods">Names of the methods, as reports list them.</param>
/// <param name="Pictures">The key: of each file in the folder of pictures, whose it is.</param>
/// <param name="Participants">One for each link.</param>
public sealed record Study(
    string Title, StudyKind Kind, IReadOnlyList<string> Methods, IReadOnlyDictionary<string, StudyPicture> Pictures,
    IReadOnlyList<StudyParticipant> Participants)
{
    internal const string FileName = "study.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>How many pictures a participant is shown at a time: 1 or 2.</summary>
    internal int PicturesAtOnce => Kind == StudyKind.Choice ? 2 : 1;

    /// <summary>Reads the study of a folder, and looks whether all of it is there.</summary>
    /// <exception cref="StudyException">It is no study, or a part is missing.</exception>
    internal static Study Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var study = JsonText.ReadFile<Study>(
            path, "a study", Json, (expected, found, cause) => new StudyException(path, expected, found, cause));
        study.Check(folder, path);
        return study;
    }

    /// <summary>Writes the file that says all but the pictures and the answers.</summary>
    internal void Save(string folder) =>
        File.WriteAllBytes(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, Json));

    /// <summary>Where a picture lies.</summary>
    internal static string PathOf(string folder, string picture) => Path.Combine(folder, "pictures", picture);

    private void Check(string folder, string path)
    {
        if (Participants.Count == 0) throw new StudyException(path, "a study with participants", "none");
        foreach (var (name, picture) in Pictures)
        {
            if (name != Path.GetFileName(name))
                throw new StudyException(path, "names of files in its folder of pictures", name);
            if (!Methods.Contains(picture.Method))
                throw new StudyException(path, $"the methods {string.Join(", ", Methods)}", picture.Method);
            if (!File.Exists(PathOf(folder, name)))
                throw new StudyException(PathOf(folder, name), "a picture of the study", "none");
        }

        foreach (var shown in Participants.SelectMany(participant => participant.Shown))
        {
            if (shown.Count != PicturesAtOnce)
                throw new StudyException(path, $"{PicturesAtOnce} at a time", $"{shown.Count}");
            if (shown.FirstOrDefault(name => !Pictures.ContainsKey(name)) is { } unknown)
                throw new StudyException(path, "pictures of its key", unknown);
        }
    }
}
