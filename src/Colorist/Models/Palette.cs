namespace Colorist;

/// <summary>
/// Which colours a picture has, and how much of each: a value that one can take from a picture, make of colours, mix,
/// keep, and ask of another picture, where the model takes palettes (<see cref="ModelCard.PaletteLength"/>).
/// </summary>
public sealed class Palette
{
    /// <summary>Number of shares: 11 lines of a* times 11 lines of b*, at −80 −45 −26 −14 −6 0 6 14 26 45 80.</summary>
    public const int Bins = 11 * 11;

    private const int LongestShorterSide = 192; // of the pictures that palettes were learned from,
    private const int Reduced = 4;              // which were reduced by this before their colours were counted
    private const int Shades = 4;
    private const float MaxLiveliness = 3;
    private const float Rounding = 1e-3f;
    private const float ChromaScale = 40; // of the networks' own numbers

    /// <summary>A palette of its numbers.</summary>
    /// <param name="shares">
    /// 121 shares, 0..1, that add up to 1: how much of the picture has which a*b*, a* line by a* line, b* running
    /// fastest.
    /// </param>
    /// <param name="meanChroma">Mean C*ab, 0..114: about 15 in photographs.</param>
    /// <param name="spread">Standard deviation of C*ab, 0 or more.</param>
    /// <exception cref="ArgumentException">A number is missing or out of its range.</exception>
    public Palette(IReadOnlyList<float> shares, float meanChroma, float spread)
    {
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Count != Bins)
            throw new ArgumentException($"expected {Bins} shares, found {shares.Count}", nameof(shares));
        if (!shares.All(share => share >= 0) || !(MathF.Abs(shares.Sum() - 1) < Rounding))
            throw new ArgumentException("expected shares of 0 or more that add up to 1, found others", nameof(shares));
        Check(meanChroma, nameof(meanChroma));
        Check(spread, nameof(spread));
        (Shares, MeanChroma, Spread) = (shares, meanChroma, spread);
    }

    /// <summary>
    /// How much of the picture has which a*b*: 121 shares that add up to 1, a* line by a* line, b* running fastest.
    /// </summary>
    public IReadOnlyList<float> Shares { get; }

    /// <summary>Mean C*ab: about 15 in photographs.</summary>
    public float MeanChroma { get; }

    /// <summary>Standard deviation of C*ab.</summary>
    public float Spread { get; }

    /// <summary>
    /// The palette of a picture in colour, counted as in training: on a copy whose shorter side is 48 pixels.
    /// </summary>
    /// <param name="picture">Any size.</param>
    /// <exception cref="PhotoException">The picture has no colour, or cannot be read.</exception>
    public static Palette FromPhoto(Photo picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var (width, height) = CountedSize(picture.Width, picture.Height);
        return Count(picture.Chroma(width, height));
    }

    /// <summary>The palette of colours without a lightness.</summary>
    /// <param name="chroma">Real a*b*, any size.</param>
    public static Palette FromChroma(ChromaPlanes chroma)
    {
        ArgumentNullException.ThrowIfNull(chroma);
        var (width, height) = CountedSize(chroma.Width, chroma.Height);
        return Count(chroma.ResizeTo(width, height));
    }

    /// <summary>The palette of colours as they are, each place counted once.</summary>
    /// <param name="chroma">Real a*b*, any size.</param>
    public static Palette Count(ChromaPlanes chroma)
    {
        ArgumentNullException.ThrowIfNull(chroma);
        return new PaletteBins().Add(chroma).ToPalette();
    }

    /// <summary>
    /// A palette of colours: each counts at a quarter, a half, three quarters and the whole of its chroma, as things
    /// have shades.
    /// </summary>
    /// <param name="colors">
    /// At least one 8-bit sRGB colour; weights above 0, of which only their proportion counts.
    /// </param>
    /// <exception cref="ArgumentException">No colour, or a weight that is not above 0.</exception>
    public static Palette FromColors(IEnumerable<(byte Red, byte Green, byte Blue, float Weight)> colors)
    {
        ArgumentNullException.ThrowIfNull(colors);
        return Mix([.. colors.Select(color => (Shaded(color.Red, color.Green, color.Blue), color.Weight))]);
    }

    /// <summary>Reads a palette that <see cref="Save"/> wrote.</summary>
    /// <param name="path">JSON file.</param>
    /// <exception cref="PhotoException">There is no file, or it holds something else.</exception>
    public static Palette FromFile(string path) => PaletteFile.Read(path);

    /// <summary>Writes the palette into a JSON file, which appears complete or not at all.</summary>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced; false by default.</param>
    /// <exception cref="PhotoException">A file is there, or it cannot be written.</exception>
    public void Save(string path, bool overwrite = false) => PaletteFile.Write(path, this, overwrite);

    /// <summary>The JSON text that <see cref="Save"/> writes.</summary>
    public string ToJson() => PaletteFile.ToJson(this);

    /// <summary>The mean of palettes.</summary>
    /// <param name="parts">At least one; weights above 0, of which only their proportion counts.</param>
    /// <exception cref="ArgumentException">No palette, or a weight that is not above 0.</exception>
    public static Palette Mix(IReadOnlyList<(Palette Palette, float Weight)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0) throw new ArgumentException("expected at least one palette, found none", nameof(parts));
        var wrong = parts.FirstOrDefault(part => !(part.Weight > 0) || !float.IsFinite(part.Weight));
        if (wrong != default)
            throw new ArgumentException($"expected weights above 0, found {wrong.Weight}", nameof(parts));
        var total = parts.Sum(part => (double)part.Weight);
        double Mean(Func<Palette, double> value) => parts.Sum(part => part.Weight / total * value(part.Palette));
        var mean = Mean(palette => palette.MeanChroma);
        var squares =
            Mean(palette => palette.Spread * (double)palette.Spread + palette.MeanChroma * (double)palette.MeanChroma);
        return new Palette(
            [.. Enumerable.Range(0, Bins).Select(bin => (float)Mean(palette => palette.Shares[bin]))],
            (float)mean, (float)Math.Sqrt(Math.Max(0, squares - mean * mean)));
    }

    /// <summary>The same colours paler or livelier: every chroma times a factor, hues kept.</summary>
    /// <param name="factor">0..3: 0 is grey, 1 this palette.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is out of its range.</exception>
    public Palette WithLiveliness(float factor)
    {
        if (!(factor >= 0 && factor <= MaxLiveliness))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, $"expected 0..{MaxLiveliness}");
        if (factor == 1) return this;
        var bins = new PaletteBins();
        var lines = PaletteBins.Lines;
        for (var i = 0; i < Bins; i++)
            if (Shares[i] > 0) bins.Add(factor * lines[i / lines.Length], factor * lines[i % lines.Length], Shares[i]);
        return new Palette(bins.ToPalette().Shares, factor * MeanChroma, factor * Spread);
    }

    /// <summary>
    /// The palette as networks take it: the square roots of the shares, then mean chroma and spread, each divided by
    /// 40.
    /// </summary>
    /// <returns>123 numbers.</returns>
    public float[] ToNumbers() =>
        [.. Shares.Select(MathF.Sqrt), MeanChroma / ChromaScale, Spread / ChromaScale];

    private static Palette Shaded(byte red, byte green, byte blue)
    {
        var bins = new PaletteBins();
        var (_, a, b) = CieLab.FromSrgb(red, green, blue);
        for (var shade = 1; shade <= Shades; shade++) bins.Add(a * shade / Shades, b * shade / Shades, 1);
        return bins.ToPalette();
    }

    private static (int Width, int Height) CountedSize(int width, int height)
    {
        var shorter = Math.Min(width, height);
        var scale = (double)Math.Max(1, Math.Min(shorter, LongestShorterSide) / Reduced) / shorter;
        return (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
    }

    private static void Check(float value, string name)
    {
        if (!(value >= 0) || !float.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, "expected 0 or more");
    }
}
