using System.Globalization;

namespace Colorist;

/// <summary>
/// Takes one still of each shot of a film, to be coloured in another program and given back as
/// <see cref="FilmOptions.References"/>.
/// </summary>
public static class FilmStills
{
    private const int Side = 128; // of the frames that are compared, about
    private const float Blank = 2.5f; // standard deviation of L*: less is a frame with nothing on it
    private const float AtTheEnds = 0.5f; // how much a frame at the end of its shot counts beside one in the middle

    /// <summary>
    /// Writes the clearest frame of each shot, those near its middle before others; flashes and empty shots are left
    /// out.
    /// </summary>
    /// <param name="film">The film.</param>
    /// <param name="folder">
    /// Where to; made if it is not there. The files are called after frame and time: <c>ref_000120_0-00-04.800.png</c>.
    /// </param>
    /// <param name="cuts">Where shots begin; null, the default, for where they are found.</param>
    /// <param name="overwrite">Whether files that are there are replaced.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The files as they are written.</returns>
    /// <exception cref="FilmException">The film cannot be read.</exception>
    /// <exception cref="PhotoException">A file is there and not to be replaced, or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IEnumerable<string> Write(
        Film film, string folder, IReadOnlyList<TimeSpan>? cuts = null, bool overwrite = false,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(film);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        foreach (var (frame, time) in Clearest(film, cuts, stop))
        {
            stop.ThrowIfCancellationRequested();
            var path = Path.Combine(folder,
                string.Create(CultureInfo.InvariantCulture, $"ref_{frame:000000}_{time:h\\-mm\\-ss\\.fff}.png"));
            using var still = film.Still(time);
            Directory.CreateDirectory(folder);
            still.Save(path, new PhotoSaveOptions { Overwrite = overwrite }, stop);
            yield return path;
        }
    }

    private static List<(long Frame, TimeSpan Time)> Clearest(
        Film film, IReadOnlyList<TimeSpan>? cuts, CancellationToken stop)
    {
        var (chosen, shot, memory) = (new List<(long, TimeSpan)>(), new List<Seen>(), new FrameMemory());
        foreach (var next in Shots.Find(new FilmDecoder(film, default, memory, Size(film)).Read(), film.Steps(cuts)))
        {
            stop.ThrowIfCancellationRequested();
            if (next.BeginsShot) Choose(shot, chosen);
            shot.Add(new Seen(next.Frame.Index, film.TimeOf(next.Frame.Time), next.IsFlash
                ? 0
                : Clearness(next.Frame.Small)));
            memory.Return(next.Frame.Luma);
        }

        Choose(shot, chosen);
        return chosen;
    }

    private static void Choose(List<Seen> shot, List<(long, TimeSpan)> chosen)
    {
        double Worth(int i) => shot[i].Clearness * (1 - (1 - AtTheEnds) * Math.Abs(2 * (i + 0.5) / shot.Count - 1));
        if (shot.Count > 0 && Enumerable.Range(0, shot.Count).MaxBy(Worth) is var best && shot[best].Clearness > 0)
            chosen.Add((shot[best].Frame, shot[best].Time));
        shot.Clear();
    }

    /// <summary>The mean squared step of L* to the right and down; 0 for a frame with nothing on it.</summary>
    private static double Clearness(LightnessPlane small)
    {
        if (new Motion(small.Width, small.Height, small.Values).Spread < Blank) return 0;
        double sum = 0;
        for (var i = 0; i < small.Values.Length - small.Width - 1; i++)
        {
            double right = small.Values[i + 1] - small.Values[i], down = small.Values[i + small.Width]
                - small.Values[i];
            sum += right * right + down * down;
        }

        return sum / small.Values.Length;
    }

    private static (int Width, int Height) Size(Film film)
    {
        var scale = Math.Min(1, Side / Math.Sqrt((double)film.Width * film.Height));
        return (Math.Max(16, (int)(film.Width * scale)), Math.Max(16, (int)(film.Height * scale)));
    }

    private readonly record struct Seen(long Frame, TimeSpan Time, double Clearness);
}
