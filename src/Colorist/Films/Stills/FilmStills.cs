using System.Diagnostics;
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
    /// <param name="progress">Hears of every frame; may be null.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The stills as they are written, each when its shot is read.</returns>
    /// <exception cref="FilmException">The film cannot be read.</exception>
    /// <exception cref="PhotoException">A file is there and not to be replaced, or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IEnumerable<ShotStill> Write(
        Film film, string folder, IReadOnlyList<TimeSpan>? cuts = null, bool overwrite = false,
        IProgress<FilmProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(film);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        foreach (var (shot, end) in ReadShots(film, cuts, progress, stop))
        {
            if (Clearest(shot) is not { } best) continue;
            var path = Path.Combine(folder, string.Create(
                CultureInfo.InvariantCulture, $"ref_{best.Frame:000000}_{best.Time:h\\-mm\\-ss\\.fff}.png"));
            using var still = film.Still(best.Time);
            Directory.CreateDirectory(folder);
            still.Save(path, new PhotoSaveOptions { Overwrite = overwrite }, stop);
            yield return new ShotStill(path, best.Frame, best.Time, shot[0].Time, end);
        }
    }

    private static IEnumerable<(IReadOnlyList<Seen> Shot, TimeSpan End)> ReadShots(
        Film film, IReadOnlyList<TimeSpan>? cuts, IProgress<FilmProgress>? progress, CancellationToken stop)
    {
        var (shot, memory, clock, shots) = (new List<Seen>(), new FrameMemory(), Stopwatch.StartNew(), 0);
        foreach (var next in Shots.Find(new FilmDecoder(film, default, memory, Size(film)).Read(), film.Steps(cuts)))
        {
            stop.ThrowIfCancellationRequested();
            var (frame, time) = (next.Frame.Index, film.TimeOf(next.Frame.Time));
            if (next.BeginsShot)
            {
                if (shot.Count > 0) yield return (shot, time);
                shot = [];
                shots++;
            }

            shot.Add(new Seen(frame, time, next.IsFlash ? 0 : Clearness(next.Frame.Small)));
            memory.Return(next.Frame.Luma);
            progress?.Report(
                new FilmProgress(frame + 1, film.ExpectedFrames, (frame + 1) / clock.Elapsed.TotalSeconds, shots));
        }

        if (shot.Count > 0) yield return (shot, shot[^1].Time + TimeSpan.FromSeconds(1 / film.FrameRate));
    }

    /// <summary>Null for a shot that shows nothing.</summary>
    private static Seen? Clearest(IReadOnlyList<Seen> shot)
    {
        double Worth(int i) => shot[i].Clearness * (1 - (1 - AtTheEnds) * Math.Abs(2 * (i + 0.5) / shot.Count - 1));
        var best = shot[Enumerable.Range(0, shot.Count).MaxBy(Worth)];
        return best.Clearness > 0 ? best : null;
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
