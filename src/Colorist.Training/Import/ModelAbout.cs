using System.Text.Json;

namespace Colorist.Training;

/// <summary>What a model's card says that no file of weights tells: one JSON file.</summary>
/// <param name="Name">Of the model; letters, digits and hyphens.</param>
/// <param name="Description">What the model is good for, in a sentence or two.</param>
/// <param name="Licence">Of the weights.</param>
/// <param name="Data">The pictures that it was trained on.</param>
/// <param name="DataTerms">The terms under which those pictures may be used.</param>
/// <param name="Training">How it was trained, in sentences: the place of a recipe on the card.</param>
/// <param name="PicturesSeen">Number of pictures seen in training, repetitions counted.</param>
/// <param name="Commit">Commit of the code that trained it; null where that is not known.</param>
internal sealed record ModelAbout(
    string Name, string Description, string Licence, string Data, string DataTerms,
    string Training, long PicturesSeen, string? Commit = null)
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <exception cref="RecipeException">The file is missing, or not what is expected.</exception>
    public static ModelAbout FromFile(string path) => JsonText.ReadFile<ModelAbout>(
        path, "what a model's card says (JSON)", Json,
        (expected, found, cause) => new RecipeException(path, expected, found, cause));

    /// <summary>
    /// The card of the model; everything that follows from its network is filled in when it is written.
    /// </summary>
    /// <param name="labels">Scene names in label order.</param>
    public ModelCard Card(IReadOnlyList<string> labels) => new()
    {
        Name = Name,
        Description = Description,
        RenderSide = TrainedNetwork.DefaultRenderSide,
        Labels = labels,
        Licence = Licence,
        Data = Data,
        DataTerms = DataTerms,
        Recipe = JsonSerializer.SerializeToElement(new { training = Training }),
        Commit = Commit,
        PicturesSeen = PicturesSeen,
        Created = DateTimeOffset.UtcNow,
    };
}
