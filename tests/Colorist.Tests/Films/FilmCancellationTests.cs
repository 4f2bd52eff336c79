namespace Colorist.Tests;

public sealed class FilmCancellationTests : IDisposable
{
    private const int Frames = 50;

    private readonly TemporaryFolder folder = new();
    private readonly Colorizer colorizer = Colorizer.Load(Repository.Path("models", "iizuka-half"));

    public void Dispose()
    {
        colorizer.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Colorize_StoppedAfterThreeFrames_EndsThereAndLeavesNothing()
    {
        var seen = Stopped(new() { RenderSide = 32 }, progress => progress.Frames == 3);
        Assert.Equal(3, seen.Max(progress => progress.Frames));
    }

    [Fact]
    public void Colorize_StoppedWhileItLooksAheadForHints_EndsThereAndLeavesNothing()
    {
        var hints = new FilmHints(TimeSpan.FromSeconds(1.9), Hints.FromPoints(160, 120, [(80, 60, 200, 30, 30)]));
        var seen = Stopped(new() { RenderSide = 32, Hints = [hints] }, progress => progress.LookedAhead == 5);
        Assert.Equal((0, 5), (seen.Max(progress => progress.Frames), seen.Max(progress => progress.LookedAhead)));
    }

    private List<FilmProgress> Stopped(FilmOptions options, Func<FilmProgress, bool> when)
    {
        var film = Film.Open(FilmFile.Make(folder["film.mkv"], Frames / 25.0));
        using var stop = new CancellationTokenSource();
        var progress = new Immediate(report =>
        {
            if (when(report)) stop.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(
            () => new FilmColorizer(colorizer).Colorize(film, folder["coloured.mkv"], options, progress, stop.Token));
        Assert.Equal(["film.mkv"], folder.Names());
        Assert.Empty(Directory.GetDirectories(folder.Path));
        return progress.Seen;
    }

    private sealed class Immediate(Action<FilmProgress> report) : IProgress<FilmProgress>
    {
        public List<FilmProgress> Seen { get; } = [];

        public void Report(FilmProgress value)
        {
            Seen.Add(value);
            report(value);
        }
    }
}
