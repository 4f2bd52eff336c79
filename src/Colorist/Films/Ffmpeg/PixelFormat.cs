using System.Text.Json;

namespace Colorist;

/// <summary>How ffmpeg stores the values of pictures, as ffprobe describes its own formats.</summary>
/// <param name="Name">Ffmpeg's.</param>
/// <param name="Bits">Of its deepest value; 32 where values are no whole numbers.</param>
/// <param name="HasLuma">
/// Whether luma of 8 to 16 bits is stored, not red, green and blue, colours of a palette, XYZ, single bits or
/// fractions.
/// </param>
/// <param name="HasAlpha">Whether opacity is stored.</param>
internal sealed record PixelFormat(string Name, int Bits, bool HasLuma, bool HasAlpha)
{
    private static readonly Lazy<IReadOnlyDictionary<string, PixelFormat>> All = new(List);

    /// <summary>
    /// Whether ffmpeg's <c>extractplanes</c> takes the luma out of it; others have to be unpacked before.
    /// </summary>
    public bool HasLumaPlane =>
        Name.StartsWith("yuv4", StringComparison.Ordinal) || Name.StartsWith("yuvj", StringComparison.Ordinal)
        || Name.StartsWith("yuva", StringComparison.Ordinal) || Name.StartsWith("gray", StringComparison.Ordinal)
        || Name.StartsWith("ya", StringComparison.Ordinal);

    /// <summary>A format by ffmpeg's name; one that it does not know has no luma and 8 bits.</summary>
    /// <exception cref="FilmException">There is no ffprobe on the PATH.</exception>
    public static PixelFormat Named(string name) =>
        All.Value.GetValueOrDefault(name) ?? new PixelFormat(name, 8, false, false);

    private static Dictionary<string, PixelFormat> List()
    {
        using var process = Ffmpeg.Start("ffprobe", ["-v", "error", "-of", "json", "-show_pixel_formats"]);
        using var list = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return list.RootElement.GetProperty("pixel_formats").EnumerateArray().Select(Read)
            .ToDictionary(format => format.Name);
    }

    private static PixelFormat Read(JsonElement format)
    {
        var (name, flags) = (format.GetProperty("name").GetString()!, format.GetProperty("flags"));
        bool Is(string flag) => flags.GetProperty(flag).GetInt32() != 0;
        int[] bits = format.TryGetProperty("components", out var values)
            ? [.. values.EnumerateArray().Select(value => value.GetProperty("bit_depth").GetInt32())]
            : [];
        var (first, most) = (bits.FirstOrDefault(), bits.DefaultIfEmpty(8).Max());
        if (name.Contains("f16", StringComparison.Ordinal)) most = 32;
        var hasLuma = !Is("rgb") && !Is("palette") && !Is("hwaccel") && first is >= 8 and <= 16 && most <= 16
            && !name.StartsWith("xyz", StringComparison.Ordinal);
        return new PixelFormat(name, most, hasLuma, Is("alpha"));
    }
}
