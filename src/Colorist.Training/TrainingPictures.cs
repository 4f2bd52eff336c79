using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>The pictures of one step, where the network computes.</summary>
/// <param name="Lightness">N×1×S×S, L* 0..100.</param>
/// <param name="Chroma">N×2×S/2×S/2, real a*b*: what shall come out.</param>
/// <param name="Labels">N scene labels, −1 for none.</param>
/// <param name="TrueLightness">N×1×S×S, L* before ageing; null where nobody asks for it.</param>
/// <param name="GlobalLightness">N×1×G×G, L* of the whole pictures; null where the crop is its own global copy.</param>
/// <param name="Palettes">N×123, or null.</param>
/// <param name="HasPalette">N×1, 1 where the palette is given, else 0; null without palettes.</param>
public sealed record TrainingPictures(
    Tensor Lightness, Tensor Chroma, Tensor Labels, Tensor? TrueLightness, Tensor? GlobalLightness, Tensor? Palettes,
    Tensor? HasPalette)
{
    /// <summary>Brings a batch to the device; the scope that is open disposes what it makes.</summary>
    public static TrainingPictures From(Batch batch, Device device)
    {
        Tensor? Squares(float[]? values, long channels = 1) => values is null ? null : Square(values, channels);
        Tensor Square(float[] values, long channels)
        {
            var side = (long)Math.Round(Math.Sqrt(values.Length / (double)(batch.Count * channels)));
            return tensor(values, [batch.Count, channels, side, side], device: device);
        }

        Tensor? Rows(float[]? values) =>
            values is null ? null : tensor(values, [batch.Count, values.Length / batch.Count], device: device);
        return new TrainingPictures(
            Square(batch.Lightness, 1), Square(batch.Chroma, 2), tensor(batch.Labels, device: device),
            Squares(batch.TrueLightness), Squares(batch.GlobalLightness), Rows(batch.Palettes), Rows(batch.HasPalette));
    }
}
