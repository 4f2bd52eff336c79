using NetVips;

namespace Colorist.Benchmarks;

/// <summary>Copies of one picture at any size.</summary>
internal sealed class ScaledPhotos(string sample, string folder) : IDisposable
{
    private readonly Image image = Image.NewFromFile(sample);

    /// <summary>Writes a copy of so many megapixels: 8 bits as .jpg, 16 bits as .tif.</summary>
    /// <returns>Its path.</returns>
    public string Write(double megapixels, string extension)
    {
        var path = System.IO.Path.Combine(folder, $"{megapixels}{extension}");
        using var scaled = image.Resize(Math.Sqrt(megapixels * 1e6 / ((double)image.Width * image.Height)));
        if (extension == ".tif")
        {
            using var deep = scaled.Colourspace(Enums.Interpretation.Grey16);
            deep.WriteToFile(path);
        }
        else scaled.WriteToFile(path);
        return path;
    }

    public void Dispose() => image.Dispose();
}
