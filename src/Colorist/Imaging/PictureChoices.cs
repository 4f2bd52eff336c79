namespace Colorist;

/// <summary>What the writer of a format may want to know beside the picture.</summary>
/// <param name="ExtraIsAlpha">Whether a band beside colour is opacity.</param>
/// <param name="Quality">Of formats that lose something, 1..100; null for the format's usual one.</param>
internal sealed record PictureChoices(bool ExtraIsAlpha = true, int? Quality = null);
