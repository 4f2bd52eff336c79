using NetVips;

namespace Colorist;

/// <summary>Reads a photo, painted or as it is, into 8-bit sRGB.</summary>
internal static class RgbReader
{
    public static byte[] Read(PhotoSource source, GuidedChroma? chroma, CancellationToken stop) => source.Guard(() =>
    {
        var rgb = new byte[checked(source.Width * source.Height * 3)];
        var filled = 0;
        using var strips = new Strips(chroma is null ? AsStored(source, stop) : source.Open(stop));
        foreach (var strip in chroma is null
            ? strips.Read(stop).Select(strip => strip.Pixels)
            : new Painter(strips, chroma, 8, alpha: false).Paint(stop))
        {
            strip.CopyTo(rgb, filled);
            filled += strip.Length;
        }

        return rgb;
    }, stop);

    private static Image AsStored(PhotoSource source, CancellationToken stop)
    {
        using var image = source.Open(stop);
        using var shallow = Depth.ToEight(image);
        if (shallow.Bands == 3) return shallow.Copy();
        using var first = shallow.ExtractBand(0, n: shallow.Bands < 3 ? 1 : 3);
        return first.Bands == 3 ? first.Copy() : first.Bandjoin(first, first);
    }
}
