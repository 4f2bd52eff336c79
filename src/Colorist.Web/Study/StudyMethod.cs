namespace Colorist.Web;

/// <summary>A way to colour photos, of which a study has pictures.</summary>
/// <param name="Name">What reports call it; participants never see it.</param>
/// <param name="Folder">Where its pictures lie; null if a model makes them.</param>
/// <param name="Colorizer">
/// The model that colours the photos of the first method; null if they lie in a folder. Not disposed.
/// </param>
public sealed record StudyMethod(string Name, string? Folder, Colorizer? Colorizer = null);
