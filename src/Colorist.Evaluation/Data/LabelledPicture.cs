namespace Colorist.Evaluation;

/// <summary>One encoded picture of a data set.</summary>
/// <param name="Name">Where it comes from, for messages: <c>abbey/00000042.webp</c>.</param>
/// <param name="Encoded">The bytes of the file: JPEG, PNG, WebP or whatever else libvips reads.</param>
/// <param name="Label">
/// Index into the source's labels; null for a picture without a scene label, which only teaches colour.
/// </param>
public sealed record LabelledPicture(string Name, byte[] Encoded, int? Label);
