namespace Colorist.Evaluation;

/// <summary>What an evaluation found about one picture.</summary>
/// <param name="Index">Place in the data set's stored order, from 0.</param>
/// <param name="Name">The data set's name of it.</param>
/// <param name="Model">The coloured picture against the true one.</param>
/// <param name="Floor">The picture left grey against the true one: any model must do better.</param>
/// <param name="TrueColorfulness">Colourfulness of the true picture.</param>
/// <param name="SceneRank">
/// Place of the true scene among the model's, from 1; null where picture or model has no such label.
/// </param>
public sealed record PictureScores(
    int Index, string Name, Scores Model, Scores Floor, double TrueColorfulness, int? SceneRank);
