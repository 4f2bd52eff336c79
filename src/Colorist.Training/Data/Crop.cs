using Colorist.Imaging;

namespace Colorist.Training.Data;

/// <summary>One square cut out of a picture, perhaps mirrored, as the network learns it.</summary>
/// <param name="Side">Pixels, a multiple of 8.</param>
/// <param name="Left">First column in the picture.</param>
/// <param name="Top">First row in the picture.</param>
/// <param name="Mirrored">Left and right exchanged.</param>
internal readonly record struct Crop(int Side, int Left, int Top, bool Mirrored)
{
    /// <summary>A random crop, mirrored with probability 1/2.</summary>
    public static Crop Random(RgbPicture picture, int side, Random random) =>
        new(side, random.Next(picture.Width - side + 1), random.Next(picture.Height - side + 1), random.Next(2) == 1);

    /// <summary>Writes the crop's lightness (S×S, L* 0..100) and chroma (2×S/2×S/2, real a*b*).</summary>
    public void CopyTo(RgbPicture picture, Span<float> lightness, Span<float> chroma)
    {
        var half = Side / 2;
        var greenRed = chroma[..(half * half)];
        var blueYellow = chroma[(half * half)..];
        chroma.Clear();
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var pixel = picture.Pixels.AsSpan(3 * ((Top + y) * picture.Width + Left + (Mirrored ? Side - 1 - x : x)), 3);
                var (l, a, b) = CieLab.FromSrgb(pixel[0], pixel[1], pixel[2]);
                lightness[y * Side + x] = l;
                greenRed[y / 2 * half + x / 2] += a / 4;
                blueYellow[y / 2 * half + x / 2] += b / 4;
            }
        }
    }
}
