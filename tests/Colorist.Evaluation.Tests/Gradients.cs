using SkiaSharp;

namespace Colorist.Evaluation.Tests;

/// <summary>A data set of small colour gradients, all different; one of them may be unreadable.</summary>
internal sealed class Gradients(int count, int width = 24, int height = 16, int? broken = null) : IPictureSource
{
    public IReadOnlyList<string> Labels { get; } = ["beach", "forest"];

    public IEnumerable<LabelledPicture> Read(ulong? shuffleSeed) => Enumerable.Range(0, count).Select(i =>
        new LabelledPicture($"{Labels[i % 2]}/{i}.png", i == broken ? [1, 2, 3] : Png(i), i % 2));

    private byte[] Png(int seed)
    {
        using var bitmap = new SKBitmap(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                bitmap.SetPixel(
                    x, y, new SKColor((byte)(80 + 4 * x), (byte)(90 + 3 * y + 5 * seed), (byte)(60 + 9 * seed)));
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }
}
