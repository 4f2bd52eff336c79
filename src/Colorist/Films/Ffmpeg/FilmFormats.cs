namespace Colorist;

/// <summary>
/// The formats that are read: those of films that lie in one file. Playlists, which name others, are read only where a
/// file's extension says that it is one.
/// </summary>
internal static class FilmFormats
{
    private static readonly string[] Read =
    [
        "mov", "matroska", "avi", "mpeg", "mpegts", "mpegvideo", "mpegtsraw", "dv", "gif", "asf", "asf_o", "flv",
        "live_flv", "kux", "ogg", "nut", "mxf", "gxf", "rm", "ivr",
        "wtv", "lxf", "nsv", "nuv", "r3d", "ty", "pva", "pmp", "dhav", "mtv", "mlv", "moflex", "ivf", "obu", "av1",
        "swf", "tmv", "ifv", "iv8", "lmlm4", "msp", "dss",
        "h261", "h263", "h264", "hevc", "vvc", "evc", "m4v", "mjpeg", "mjpeg_2000", "smjpeg", "ingenient", "vc1",
        "vc1test", "dirac", "dnxhd", "cavsvideo", "avs2", "avs3", "ipu",
        "yuv4mpegpipe", "cine", "ser", "filmstrip", "flic", "smk", "bink", "film_cpk", "4xm", "amv", "anm", "apng",
        "argo_brp", "avs", "bethsoftvid", "bfi", "c93", "cdg",
        "cdxl", "dfa", "dsicin", "dxa", "ea", "frm", "gdv", "hnm", "idcin", "iff", "ipmovie", "iss", "jv", "kvag",
        "luodat", "lvf", "mgsts", "mm", "mods", "mv", "mvi", "paf",
        "pp_bnk", "psxstr", "rl2", "roq", "rpl", "sdr2", "siff", "simbiosis_imx", "smush", "sga", "thp", "tiertexseq",
        "txd", "v210", "v210x", "vidc", "vividas", "vivo", "vmd",
        "wc3movie", "wsvqa", "xmv", "yop",
        // a film of one frame
        "webp_pipe", "png_pipe", "jpeg_pipe", "tiff_pipe", "bmp_pipe", "dpx_pipe", "exr_pipe", "j2k_pipe",
    ];

    /// <summary>What a playlist opens besides.</summary>
    private static readonly string[] ReadOfPlaylists = ["aac", "ac3", "eac3", "mp3", "webvtt"];

    /// <summary>Names of the formats that a file may have, with commas between.</summary>
    public static string For(string path) =>
        string.Join(',', (IEnumerable<string>)[.. Read, .. Playlist(path) is { } playlist
            ? [playlist, .. ReadOfPlaylists]
            : Array.Empty<string>()]);

    private static string? Playlist(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".m3u8" or ".m3u" => "hls",
        ".mpd" => "dash",
        ".ffconcat" or ".concat" => "concat",
        _ => null,
    };
}
