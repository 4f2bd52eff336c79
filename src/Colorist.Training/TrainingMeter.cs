using System.Diagnostics;

namespace Colorist.Training;

/// <summary>Adds up losses and times between two reports.</summary>
internal sealed class TrainingMeter(long seen)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Stopwatch waiting = Stopwatch.StartNew();
    private double colorLoss;
    private double? sceneLoss = 0;
    private int steps;
    private int unreadable;

    public void BatchArrived() => waiting.Stop();

    public void WaitingBegins() => waiting.Start();

    public void StepDone(Batch batch, float color, float? scene)
    {
        colorLoss += color;
        sceneLoss += scene;
        unreadable += batch.Unreadable.Count;
        steps++;
    }

    /// <summary>The report since the last one; begins the next.</summary>
    public TrainingReport Take(TrainingState state, double rate, long pictures)
    {
        var speed = (state.Position.Seen - seen) / clock.Elapsed.TotalSeconds;
        var report = new TrainingReport(
            state.Position.Seen, colorLoss / steps, sceneLoss / steps, rate, speed,
            waiting.Elapsed / clock.Elapsed, Math.Max(0, pictures - state.Position.Seen) / speed, unreadable);
        seen = state.Position.Seen;
        (colorLoss, sceneLoss, steps, unreadable) = (0, 0, 0, 0);
        clock.Restart();
        waiting.Reset();
        return report;
    }
}
