using System.Numerics;

namespace Colorist.Evaluation;

/// <summary>The colours of a picture in a few numbers: means of L* (X), a* (Y) and b* (Z).</summary>
/// <param name="All">Over the whole picture.</param>
/// <param name="Above">Over the upper third, where outdoors the sky is.</param>
/// <param name="Below">Over the lower third.</param>
/// <param name="Green">Share 0..1 of green pixels: chroma above 10, hue between 100 and 170 degrees.</param>
public sealed record PictureColors(Vector3 All, Vector3 Above, Vector3 Below, double Green)
{
    /// <summary>Measures a picture.</summary>
    public static PictureColors FromPicture(RgbPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var pixels = new Vector3[picture.Width * picture.Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (lightness, a, b) =
                CieLab.FromSrgb(picture.Pixels[3 * i], picture.Pixels[3 * i + 1], picture.Pixels[3 * i + 2]);
            pixels[i] = new Vector3(lightness, a, b);
        }

        var third = Math.Max(1, picture.Height / 3) * picture.Width;
        return new PictureColors(Mean(pixels), Mean(pixels.AsSpan(0, third)), Mean(pixels.AsSpan(^third..)),
            (double)pixels.Count(IsGreen) / pixels.Length);
    }

    /// <summary>The chroma C*ab of a mean.</summary>
    public static float Chroma(Vector3 mean) => MathF.Sqrt(mean.Y * mean.Y + mean.Z * mean.Z);

    private static Vector3 Mean(ReadOnlySpan<Vector3> pixels)
    {
        var sum = Vector3.Zero;
        foreach (var pixel in pixels) sum += pixel;
        return sum / pixels.Length;
    }

    private static bool IsGreen(Vector3 pixel) =>
        Chroma(pixel) > 10 && MathF.Atan2(pixel.Z, pixel.Y) * 180 / MathF.PI is > 100 and < 170;
}
