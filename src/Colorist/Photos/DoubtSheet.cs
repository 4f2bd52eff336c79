namespace Colorist;

/// <summary>
/// A photo beside the map of its doubt, as one picture: dark blue is sure, bright yellow a guess, and a scale lies
/// below. Rings in the photo are the places where hints would help most.
/// </summary>
public static class DoubtSheet
{
    /// <summary>The doubt at the bright end of the scale, a*b*; more looks the same.</summary>
    public const float Most = 30;

    private const int Rings = 3;
    private const int RingRadius = 7;
    private const int Scale = 12; // rows, and as many above it
    private const float Dark = 15; // L* of no doubt
    private const float Bright = 90; // and of the most: each step of doubt is one of lightness
    private const float Blue = 290; // degrees in a*b* of no doubt
    private const float Yellow = 95; // and of the most, over red
    private const float Strength = 55; // C*ab, less where sRGB has no such colour

    /// <summary>Draws it.</summary>
    /// <param name="path">
    /// The picture file to write, in the format of its extension; it appears complete or not at all.
    /// </param>
    /// <param name="photo">Any size; a small copy is shown.</param>
    /// <param name="doubt">The photo's.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced; false by default.</param>
    /// <exception cref="PhotoException">The photo cannot be read or the sheet not be written.</exception>
    public static void Write(string path, Photo photo, Doubt doubt, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(doubt);
        using var small = MoodSheet.Small(photo);
        using var marked = Marked(small, photo, doubt.Places(Rings));
        using var map = Map(small.Width, small.Height, doubt);
        ContactSheet.Write(path,
            [("places for hints", marked),
                (FormattableString.Invariant($"doubt 0 to {Most:f0}, mean {doubt.Mean:f1}"), map)],
            overwrite, across: photo.Width > 2 * photo.Height ? 1 : 2);
    }

    private static Photo Map(int width, int height, Doubt doubt)
    {
        var shares = new float[width * (height + 2 * Scale)]; // the map, a row of the darkest, the scale
        Array.ConvertAll(doubt.At(width, height), value => Math.Clamp(value / Most, 0, 1)).CopyTo(shares, 0);
        for (var i = width * (height + Scale); i < shares.Length; i++) shares[i] = i % width / (width - 1f);
        float[] Plane(Func<float, float> value) => Array.ConvertAll(shares, share => value(share));
        var (w, h) = (width, height + 2 * Scale);
        using var grey = Photo.FromLightness(new LightnessPlane(w, h, Plane(share => float.Lerp(Dark, Bright, share))));
        return grey.WithChroma(GuidedChroma.Bilinear(new ChromaPlanes(
            w, h, Plane(share => Strength * MathF.Cos(Hue(share))), Plane(share => Strength * MathF.Sin(Hue(share))))));
    }

    private static float Hue(float share) => float.DegreesToRadians(Blue + share * (360 + Yellow - Blue));

    private static Photo Marked(Photo small, Photo photo, IReadOnlyList<(int X, int Y)> places)
    {
        var rgb = small.ToRgb();
        foreach (var (x, y) in places)
            Ring(rgb, small, x * small.Width / photo.Width, y * small.Height / photo.Height);
        return Photo.FromRgb(small.Width, small.Height, rgb);
    }

    /// <summary>White with a black edge inside and outside, to be seen on every ground.</summary>
    private static void Ring(byte[] rgb, Photo small, int left, int top)
    {
        for (var y = -RingRadius; y <= RingRadius; y++)
            for (var x = -RingRadius; x <= RingRadius; x++)
            {
                var from = Math.Abs(Math.Sqrt(x * x + y * y) - RingRadius + 2);
                if (from > 2 || left + x < 0 || left + x >= small.Width || top + y < 0 || top + y >= small.Height)
                    continue;
                rgb.AsSpan(3 * ((top + y) * small.Width + left + x), 3).Fill(from <= 1 ? (byte)255 : (byte)0);
            }
    }
}
