using NetVips;

namespace Colorist.Benchmarks;

/// <summary>Copies of one picture at any size.</summary>
internal sealed class ScaledPhotos(string sample, string folder) : IDisposable
{
    private readonly Image image = Image.NewFromFile(sample);

    /// <summary>Writes a copy of so many megapixels: 8 bits as .jpg or .png, 16 bits as .tif.</summary>
    /// <param name="megapixels">Of the copy.</param>
    /// <param name="extension">Says the format.</param>
    /// <param name="grain">
    /// Standard deviation of film grain, of 255; without it an enlarged picture is easier to pack than any scan.
    /// </param>
    /// <returns>Its path.</returns>
    public string Write(double megapixels, string extension, double grain = 0)
    {
        var path = System.IO.Path.Combine(folder, $"{megapixels}{extension}");
        using var smooth = image.Resize(Math.Sqrt(megapixels * 1e6 / ((double)image.Width * image.Height)));
        using var scaled = grain > 0 ? Grainy(smooth, grain) : smooth.Copy();
        if (extension == ".tif")
        {
            using var deep = scaled.Colourspace(Enums.Interpretation.Grey16);
            deep.WriteToFile(path);
        }
        else scaled.WriteToFile(path);
        return path;
    }

    public void Dispose() => image.Dispose();

    private static Image Grainy(Image smooth, double grain)
    {
        using var noise = Image.Gaussnoise(smooth.Width, smooth.Height, sigma: grain, mean: 0, seed: 1);
        using var sum = smooth + noise;
        return sum.Cast(Enums.BandFormat.Uchar);
    }
}
