using System.Diagnostics;

namespace Colorist.Training;

/// <summary>Adds up losses and times between two reports.</summary>
/// <param name="begun">Where the run stands; what it has not reported yet counts.</param>
/// <param name="recipe">Its name, for messages.</param>
/// <remarks>
/// A step's losses are read when the next one is under way: a device that computes on its own is never waited for
/// inside a step.
/// </remarks>
internal sealed class TrainingMeter(TrainingState begun, string recipe)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Stopwatch waiting = Stopwatch.StartNew();
    private long seen = begun.Position.Seen;
    private LossSums sums = begun.Unreported ?? LossSums.None;
    private (Batch Batch, StepLosses Losses)? last;

    /// <summary>What the next report will say; waits for the last step.</summary>
    /// <exception cref="RecipeException">Its loss is not a number.</exception>
    public LossSums Unreported
    {
        get
        {
            Settle();
            return sums;
        }
    }

    public void BatchArrived() => waiting.Stop();

    public void WaitingBegins() => waiting.Start();

    /// <summary>Takes the losses of a step, and those of the one before into account.</summary>
    /// <exception cref="RecipeException">The loss of the step before is not a number.</exception>
    public void StepDone(Batch batch, StepLosses losses)
    {
        Settle();
        last = (batch, losses);
    }

    /// <summary>The report since the last one; begins the next.</summary>
    public TrainingReport Take(TrainingState state, double rate, long pictures)
    {
        var all = Unreported;
        var speed = (state.Position.Seen - seen) / clock.Elapsed.TotalSeconds;
        var report = new TrainingReport(
            state.Position.Seen, all.ColorLoss / all.Steps, all.SceneLoss / all.Steps, rate, speed,
            waiting.Elapsed / clock.Elapsed, Math.Max(0, pictures - state.Position.Seen) / speed, all.Unreadable)
        {
            PerceptualLoss = all.PerceptualLoss / all.Steps,
            CriticLoss = all.CriticLoss / all.Steps,
        };
        (seen, sums) = (state.Position.Seen, LossSums.None);
        clock.Restart();
        waiting.Reset();
        return report;
    }

    private void Settle()
    {
        if (last is not var (batch, losses)) return;
        last = null;
        using (losses)
        {
            var color = losses.Color.item<float>();
            if (!float.IsFinite(color))
                throw new RecipeException(recipe, "a finite loss",
                    $"{color} after {batch.End.Seen} pictures: the last checkpoint is whole; lower optimizer.learningRate, or train without bFloat16");
            sums = sums.With(losses, batch.Unreadable.Count);
        }
    }
}
