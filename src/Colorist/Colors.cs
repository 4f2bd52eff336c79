namespace Colorist;

/// <summary>What a <see cref="Colorizer"/> finds in a photo.</summary>
/// <param name="Scene">What kind of picture it is; null if the model has no global features.</param>
/// <param name="Chroma">Its colours, for <see cref="Photo.WithChroma"/>.</param>
/// <param name="MeanChroma">
/// The mean distance of the colours from grey, C*ab, before <see cref="Look.Saturation"/>: about 15 in colour
/// photographs, below 3 hardly seen.
/// </param>
public sealed record Colors(Scene? Scene, GuidedChroma Chroma, float MeanChroma);
