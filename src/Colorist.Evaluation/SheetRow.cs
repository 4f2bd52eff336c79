namespace Colorist.Evaluation;

/// <summary>One row of a <see cref="PictureSheet"/>.</summary>
/// <param name="Caption">One line of text below the pictures; cut where the sheet ends.</param>
/// <param name="Pictures">From left to right; each may have its own size.</param>
public sealed record SheetRow(string Caption, params IReadOnlyList<RgbPicture> Pictures);
