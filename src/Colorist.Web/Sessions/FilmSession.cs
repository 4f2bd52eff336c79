namespace Colorist.Web;

/// <summary>
/// A film on the page: its upload, the stills of its shots, which are found beside everything else, and the look that
/// they are shown with.
/// </summary>
/// <param name="upload">The film; its folder is the session's, among those of jobs.</param>
/// <param name="held">Keeps others from deleting the folder.</param>
/// <param name="film">The same film.</param>
/// <param name="container">Extension of a container that browsers play and that takes the film's sound.</param>
/// <param name="colorizer">The model.</param>
/// <param name="maxShots">Shots that get a still.</param>
internal sealed class FilmSession(
    Upload upload, IDisposable held, Film film, string container, Colorizer colorizer, int maxShots)
    : Workpiece, IProgress<FilmProgress>
{
    private const double StillSide = 320; // of a still in colour, the longer one, in pixels
    private const int MaxAtOnce = 2;

    private static readonly SemaphoreSlim Turns = new(MaxAtOnce); // films that are looked through

    private readonly CancellationTokenSource end = new();
    private readonly WishedLook look = new(colorizer);
    private readonly SemaphoreSlim gate = new(1);
    private readonly List<ShotStill> shots = [];
    private FilmSearch search = new(JobState.Queued, 0, film.ExpectedFrames, null, null);
    private Task finding = Task.CompletedTask;

    public Upload Upload => upload;

    public Film Film => film;

    /// <summary>How it is now.</summary>
    public FilmSessionView View
    {
        get
        {
            lock (shots) return FilmSessionView.Of(Id, film, container, search, shots);
        }
    }

    /// <summary>Begins to look for shots.</summary>
    public void Begin() => finding = Task.Run(FindAsync);

    /// <summary>Changes the look that stills are shown with.</summary>
    /// <param name="wished">Its fields; the session deletes its folder.</param>
    /// <param name="stop">Stops the reading.</param>
    public async Task ChangeLookAsync(Upload wished, CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            await look.ChangeAsync(wished, stop);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The file of a shot's still, in grey.</summary>
    /// <param name="number">Of the shot, from 1.</param>
    /// <exception cref="Refusal">There is no such shot, or it is not found yet.</exception>
    public string Still(int number)
    {
        lock (shots)
            return number >= 1 && number <= shots.Count
                ? shots[number - 1].Path
                : throw new Refusal(Problem.NotFound, "expected the number of a shot, found none of that number");
    }

    /// <summary>A small copy of a shot's still in colour, as JPEG.</summary>
    /// <inheritdoc cref="Still"/>
    public async Task<byte[]> AfterAsync(int number, CancellationToken stop)
    {
        var path = Still(number);
        using var small = await Task.Run(
            () =>
            {
                using var still = Photo.Load(path, stop: stop);
                return SmallCopy.Of(still, StillSide);
            },
            stop);
        using var colored = await colorizer.ColorizeAsync(small, look.Value, stop);
        return SmallCopy.Encoded(colored);
    }

    public void Report(FilmProgress value)
    {
        var total = value.ExpectedFrames == 0 ? 0 : Math.Max(value.Frames, value.ExpectedFrames);
        search = search with { Done = value.Frames, Total = total, Eta = value.Left?.TotalSeconds };
    }

    /// <summary>Waits for the frame in work.</summary>
    public override void Dispose()
    {
        end.Cancel();
        finding.Wait();
        held.Dispose();
        Storage.Delete(upload.Folder);
        look.Dispose();
        end.Dispose();
    }

    private async Task FindAsync()
    {
        try
        {
            await Turns.WaitAsync(end.Token);
            try
            {
                await Task.Factory.StartNew(
                    Find, end.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            finally
            {
                Turns.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // it is closed
        }
        catch (Exception exception)
        {
            search = search with { State = JobState.Failed, Eta = null, Problem = Problem.For(exception) };
        }
    }

    private void Find()
    {
        search = search with { State = JobState.Running };
        var folder = Path.Combine(upload.Folder, "stills");
        foreach (var still in FilmStills.Write(film, folder, progress: this, stop: end.Token).Take(maxShots))
            lock (shots) shots.Add(still);
        search = search with { State = JobState.Done, Done = search.Total, Eta = 0 };
    }
}
