using System.Globalization;
using System.Text.RegularExpressions;

namespace Colorist;

/// <summary>Finds out what is to be known of a film before it is coloured.</summary>
internal static partial class FilmRemarks
{
    private const int FramesLookedAt = 100;

    public static IReadOnlyList<string> Find(Film film)
    {
        var remarks = new List<string>();
        var combed = IsCombed(film);
        if (film.IsTaggedInterlaced)
            remarks.Add(
                $"interlaced, says the file{(combed ? ", and so do its frames" : "")}: both fields are kept as they are, and each frame is coloured as a whole");
        else if (combed)
            remarks.Add(
                "interlaced, by the look of its frames, though the file does not say so: they are kept as they are, and each is coloured as a whole");
        if (!film.HasLuma)
            remarks.Add(
                $"its pictures are stored as {film.Video.PixFmt}: their luma is computed once, as {Film.MatrixOf(film.Video)}, and kept from there on");
        if (film.StoredBits > 10)
            remarks.Add(film.HasLuma
                ? $"its luma has {film.StoredBits} bits: it is rounded to 10"
                : $"its colours have {film.StoredBits} bits: their luma is rounded to 10");
        if (film.Video.SideDataList.Any(data => data.IsMirrored))
            remarks.Add(
                "its file asks players to mirror the pictures: that is left out, and so is a rotation beside it");
        if (film.Stored.HasAlpha && film.Video.CodecName != "gif")
            remarks.Add("its pictures have opacity: it is left out");
        if (film.Video.ColorTransfer is "smpte2084" or "arib-std-b67")
            remarks.Add(
                $"its transfer curve is {film.Video.ColorTransfer}: its colours are computed as if it were not");
        if (SaysHowItWasMastered(film))
            remarks.Add(
                "it says how bright the screen was that it was made on (mastering display, light level): that is left out");
        return remarks;
    }

    private static bool SaysHowItWasMastered(Film film) => film.Video.SideDataList
        .Concat(film.FirstFrames.SelectMany(frame => frame.SideDataList))
        .Any(data => data.SideDataType.StartsWith("Mastering display", StringComparison.Ordinal)
            || data.SideDataType.StartsWith("Content light level", StringComparison.Ordinal));

    /// <summary>
    /// Asks ffmpeg's <c>idet</c> whether the rows of frames in the middle of the film belong to two moments.
    /// </summary>
    private static bool IsCombed(Film film)
    {
        var middle = FilmSpan.Text(film.Duration.TotalSeconds / 2);
        using var process = Ffmpeg.Start("ffmpeg",
        [
            "-nostdin", "-hide_banner", "-v", "info", "-ss", middle, .. Ffmpeg.Input(film.Path), "-map",
            $"0:{film.Video.Index}",
            "-frames:v", $"{FramesLookedAt}", "-vf", "idet", "-f", "null", "-",
        ]);
        var words = process.StandardError.ReadToEnd();
        process.WaitForExit();
        var counts = Counts().Match(words);
        if (!counts.Success) return false;
        int Count(int group) => int.Parse(counts.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        return Count(1) + Count(2) > Count(3) + Count(4);
    }

    [GeneratedRegex(@"Multi frame detection: TFF:\s*(\d+) BFF:\s*(\d+) Progressive:\s*(\d+) Undetermined:\s*(\d+)")]
    private static partial Regex Counts();
}
