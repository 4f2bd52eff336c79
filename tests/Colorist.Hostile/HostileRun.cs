using System.Collections.Concurrent;
using System.Diagnostics;

namespace Colorist.Hostile;

/// <summary>
/// Runs cases in worker processes, so that a crash or an endless loop is one failed case and no more.
/// </summary>
/// <param name="seed">Of the first case.</param>
/// <param name="cases">How many.</param>
/// <param name="workers">Processes at a time.</param>
/// <param name="minutes">No case begins later.</param>
internal sealed class HostileRun(int seed, int cases, int workers, double minutes)
{
    private readonly ConcurrentBag<Outcome> outcomes = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private int next;

    public static IReadOnlyList<IKind> Kinds { get; } =
    [
        new PhotoKind(), new ProfileKind(), new XmpKind(), new HintsKind(), new CardKind(),
        new GraphKind("graph", "local.onnx", 30), new GraphKind("weights", "weights.bin", 20),
        new MoodKind(), new RecipeKind(), new CheckpointKind(), new TarKind(), new NutKind(), new FilmKind(),
    ];

    public IReadOnlyCollection<Outcome> Run()
    {
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return outcomes;
    }

    private void Work()
    {
        WorkerProcess? worker = null;
        for (int number; (number = Interlocked.Increment(ref next) - 1) < cases
            && clock.Elapsed.TotalMinutes < minutes;)
        {
            var random = new Random(unchecked(seed * 1_000_003 + number));
            var outcome = (worker ??= new WorkerProcess()).Run(Choose(random).Name, random.Next());
            outcomes.Add(outcome);
            if (!worker.HasEnded) continue;
            worker.Dispose();
            worker = null;
        }

        worker?.Dispose();
    }

    private static IKind Choose(Random random)
    {
        var place = random.Next(Kinds.Sum(kind => kind.Share));
        return Kinds.First(kind => (place -= kind.Share) < 0);
    }
}
