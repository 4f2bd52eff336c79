using NetVips;

namespace Colorist.Tests;

/// <summary>Pictures made for the tests.</summary>
internal static class Pictures
{
    /// <summary>Shades of grey or colours that differ from pixel to pixel, 8 or 16 bit, any number of bands.</summary>
    public static Image Pattern(int width, int height, int bands, int bits = 8)
    {
        var random = new Random(width * 31 + height * 7 + bands);
        var values = new ushort[width * height * bands];
        for (var i = 0; i < values.Length; i++) values[i] = (ushort)random.Next(1 << bits);
        using var wide = Image.NewFromMemory(values, width, height, bands, Enums.BandFormat.Ushort);
        using var cast = bits == 8 ? wide.Cast(Enums.BandFormat.Uchar) : wide.Copy();
        return cast.Copy(interpretation: (bands < 3, bits) switch
        {
            (true, 8) => Enums.Interpretation.Bw,
            (true, _) => Enums.Interpretation.Grey16,
            (false, 8) => Enums.Interpretation.Srgb,
            (false, _) => Enums.Interpretation.Rgb16,
        }).CopyMemory();
    }

    /// <summary>The same strong colour everywhere.</summary>
    public static GuidedChroma Flat(float a, float b) => GuidedChroma.Bilinear(new ChromaPlanes(1, 1, [a], [b]));

    /// <summary>L* of stored values, computed one pixel at a time.</summary>
    public static float[] LightnessOf(Image image)
    {
        var most = image.Format == Enums.BandFormat.Ushort ? 65535f : 255f;
        using var wide = image.Cast(Enums.BandFormat.Float);
        var values = wide.WriteToMemory<float>();
        var bands = image.Bands;
        return [.. Enumerable.Range(0, image.Width * image.Height).Select(i => CieLab.LightnessOf(bands < 3
            ? CieLab.Linearize(values[i * bands] / most)
            : CieLab.Luminance(
                CieLab.Linearize(values[i * bands] / most),
                CieLab.Linearize(values[i * bands + 1] / most),
                CieLab.Linearize(values[i * bands + 2] / most))))];
    }
}
