using Colorist.Imaging;

namespace Colorist.Training.Evaluation;

/// <summary>The true colour of a photo at full size.</summary>
internal static class TrueChroma
{
    public static ChromaPlanes Of(Photo photo)
    {
        var rgb = photo.ToRgb();
        float[] a = new float[rgb.Length / 3], b = new float[a.Length];
        for (var i = 0; i < a.Length; i++) (_, a[i], b[i]) = CieLab.FromSrgb(rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]);
        return new ChromaPlanes(photo.Width, photo.Height, a, b);
    }
}
