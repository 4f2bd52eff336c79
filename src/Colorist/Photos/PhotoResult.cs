namespace Colorist;

/// <summary>What became of a photo.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Bits">Bits of a value: 8 or 16.</param>
/// <param name="Scene">What kind of picture it is; null if the model has no global features or had no say.</param>
/// <param name="MeanChroma">Mean C*ab of the colours that were found, before <see cref="Look.Saturation"/>.</param>
/// <param name="Remarks">What is to be known of the result, each in a line; empty if nothing.</param>
/// <param name="Elapsed">From the opened photo to the finished file.</param>
/// <param name="Doubt">How unsure its colours are; null unless <see cref="PhotoOptions.Doubt"/> asks for it.</param>
public sealed record PhotoResult(
    int Width, int Height, int Bits, Scene? Scene, float MeanChroma, IReadOnlyList<string> Remarks, TimeSpan Elapsed,
    Doubt? Doubt = null);
