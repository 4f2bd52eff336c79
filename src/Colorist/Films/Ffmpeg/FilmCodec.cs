using System.Globalization;

namespace Colorist;

/// <summary>The encoder and its settings.</summary>
/// <param name="Name">Ffmpeg's name.</param>
/// <param name="Arguments">For ffmpeg.</param>
internal sealed record FilmCodec(string Name, IReadOnlyList<string> Arguments)
{
    private static readonly string[] WithOddSides = ["ffv1", "libvpx-vp9", "libaom-av1", "libsvtav1", "librav1e",
        "utvideo", "huffyuv", "ffvhuff", "rawvideo"];

    /// <summary>Whether pictures may have odd sides.</summary>
    public bool TakesOddSides => WithOddSides.Contains(Name);

    /// <summary>Whether it can encode two fields as such.</summary>
    public bool TakesFields => Name is "libx264" or "mpeg2video" or "mpeg4";

    /// <summary>Chooses what the options leave open.</summary>
    /// <exception cref="ArgumentException">The encoder's scale of quality ends before the wanted one.</exception>
    public static FilmCodec For(FilmOptions options, string output)
    {
        var name = options.Codec
            ?? (Path.GetExtension(output).Equals(".webm", StringComparison.OrdinalIgnoreCase)
                ? "libvpx-vp9"
                : "libx264");
        int? usual = name switch
        {
            "libx264" => 18,
            "libx265" => 20,
            "libvpx-vp9" or "libaom-av1" or "libsvtav1" => 24,
            _ => null
        };
        var crf = options.Crf ?? usual;
        var max = name switch
        {
            "libx264" or "libx265" => 51,
            "libvpx-vp9" or "libaom-av1" or "libsvtav1" => 63,
            _ => int.MaxValue
        };
        if (crf > max) throw new ArgumentException($"expected a crf of 0 to {max} for {name}, found {crf}");
        return new FilmCodec(name,
        [
            "-c:v", name,
            .. crf is { } value ? ["-crf", value.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            .. options.Preset is { } preset ? ["-preset", preset] : Array.Empty<string>(),
            .. name switch
            {
                "libvpx-vp9" => ["-b:v", "0", "-row-mt", "1", "-deadline", "good", "-cpu-used", "4"],
                "ffv1" => ["-level", "3"], // those before say nothing of fields
                "libx265" => ["-x265-params", "log-level=error"],
                _ => Array.Empty<string>(),
            },
        ]);
    }
}
