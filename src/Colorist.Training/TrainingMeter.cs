using System.Diagnostics;

namespace Colorist.Training;

/// <summary>Adds up losses and times between two reports.</summary>
/// <param name="begun">Where the run stands; what it has not reported yet counts.</param>
internal sealed class TrainingMeter(TrainingState begun)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Stopwatch waiting = Stopwatch.StartNew();
    private long seen = begun.Position.Seen;

    /// <summary>What the next report will say.</summary>
    public LossSums Unreported { get; private set; } = begun.Unreported ?? LossSums.None;

    public void BatchArrived() => waiting.Stop();

    public void WaitingBegins() => waiting.Start();

    public void StepDone(Batch batch, float color, float? scene) =>
        Unreported = Unreported.With(color, scene, batch.Unreadable.Count);

    /// <summary>The report since the last one; begins the next.</summary>
    public TrainingReport Take(TrainingState state, double rate, long pictures)
    {
        var speed = (state.Position.Seen - seen) / clock.Elapsed.TotalSeconds;
        var report = new TrainingReport(
            state.Position.Seen, Unreported.ColorLoss / Unreported.Steps, Unreported.SceneLoss / Unreported.Steps, rate,
            speed,
            waiting.Elapsed / clock.Elapsed, Math.Max(0, pictures - state.Position.Seen) / speed,
            Unreported.Unreadable);
        (seen, Unreported) = (state.Position.Seen, LossSums.None);
        clock.Restart();
        waiting.Reset();
        return report;
    }
}
