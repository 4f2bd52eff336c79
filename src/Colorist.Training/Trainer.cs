using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>
/// One training run: forward, loss, backward, step, over and over, until the recipe's pictures are seen.
/// </summary>
public sealed class Trainer : IDisposable
{
    private readonly Recipe recipe;
    private readonly RunFolder run;
    private readonly Device device;
    private readonly ColorNetwork network;
    private readonly Optimizer optimizer;
    private readonly BatchReader batches;
    private readonly WeightAverage? average;
    private readonly ColorLoss colorLoss;
    private readonly BelievableLoss? believable;
    private readonly Scalar alpha;
    private TrainingState state;
    private long validated; // pictures seen at the last validation that the log has

    /// <summary>Begins a run, or goes on from the checkpoint in its folder.</summary>
    /// <param name="recipe">What to learn.</param>
    /// <param name="run">Where checkpoint, log and pictures go.</param>
    /// <param name="source">Training pictures.</param>
    /// <param name="device">CPU or CUDA.</param>
    /// <param name="larger">Larger training pictures, for a recipe that asks for them.</param>
    public Trainer(
        Recipe recipe, RunFolder run, IPictureSource source, Device device, IPictureSource? larger = null)
    {
        (this.recipe, this.run, this.device) = (recipe, run, device);
        network = ColorNetwork.ForSizes(recipe.Network);
        network.Draw(recipe.Seed);
        network.to(device);
        colorLoss = new ColorLoss(recipe.Loss);
        optimizer = CreateOptimizer();
        believable = CreateBelievableLoss();
        var ahead = device.type == DeviceType.CPU ? 0 : Environment.ProcessorCount;
        batches = new BatchReader(source, recipe, ahead, larger);
        alpha = recipe.Alpha;
        state = Begin();
        validated = run.LastValidation();
        network.Arithmetic = Arithmetic;
        average = recipe.Averaging is { } decay ? new WeightAverage(network, decay, device) : null;
        if (average is not null && File.Exists(run.Checkpoint)) Checkpoint.LoadWeights(run.Checkpoint, average.Network);
    }

    /// <summary>Where the run stands.</summary>
    public TrainingState State => state;

    private ScalarType Arithmetic => recipe.BFloat16 ? ScalarType.BFloat16 : ScalarType.Float32;

    /// <summary>
    /// What comes out of the run: the average of the weights where the recipe asks for one, else the network in
    /// training.
    /// </summary>
    public ColorNetwork Network => average?.Network ?? network;

    /// <summary>
    /// Trains until the recipe's pictures are seen, or until stopped; a checkpoint is written either way.
    /// </summary>
    /// <param name="progress">Told after every report.</param>
    /// <param name="validate">
    /// Called every so often with the network at rest, and at the end; at once if the run was killed in a validation.
    /// </param>
    /// <param name="stop">Ends the run after the step under way.</param>
    public async Task Train(
        IProgress<TrainingReport> progress, Func<ColorNetwork, TrainingState, Task> validate, CancellationToken stop)
    {
        if (state.Position.Seen > 0 && IsValidationDue) await Validate(validate);
        if (state.Position.Seen >= recipe.Pictures) return;
        var clock = Stopwatch.StartNew();
        var (secondsBefore, lastCheckpoint) = (state.Seconds, 0.0);
        var meter = new TrainingMeter(state, recipe.Name);

        network.train();
        // no await: Torch keeps threads and memory for each thread that calls it
        foreach (var batch in batches.From(state.Position))
        {
            meter.BatchArrived();
            if (state.Position.Seen >= recipe.NormsRestFrom * recipe.Pictures) network.RestNorms();
            var rate = recipe.Optimizer.RateAt(state.Position.Seen, recipe.Pictures);
            var losses = Step(batch, rate);
            var seen = state.Position.Seen;
            state = state with
            {
                Position = batch.End,
                Steps = state.Steps + 1,
                Seconds = secondsBefore + clock.Elapsed.TotalSeconds
            };
            average?.Follow(state.Steps);
            meter.StepDone(batch, losses);

            if (IsReportDue(seen)) Report(progress, meter, rate);
            var done = state.Position.Seen >= recipe.Pictures || stop.IsCancellationRequested;
            if (done || IsValidationDue || clock.Elapsed.TotalMinutes - lastCheckpoint >= recipe.CheckpointMinutes)
            {
                state = state with { Unreported = meter.Unreported };
                Checkpoint.Save(run.Checkpoint, recipe, network, optimizer, average?.Network, believable, state);
                lastCheckpoint = clock.Elapsed.TotalMinutes;
            }
            if (IsValidationDue) await Validate(validate);
            if (done) break;
            meter.WaitingBegins();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimizer.Dispose();
        believable?.Dispose();
        average?.Dispose();
        network.Dispose();
    }

    private StepLosses Step(Batch batch, double rate)
    {
        using var scope = NewDisposeScope();
        random.manual_seed((long)Shuffling.Seed(recipe.Seed, state.Position.Seen)); // of dropout
        var pictures = TrainingPictures.From(batch, device); // N × 1 × S × S, N × 2 × S/2 × S/2, N

        optimizer.ZeroGradients();
        var (output, logits) = network.Learn(pictures);      // N × 2 × S/2 × S/2, N × classes
        var (color, losses) = Compare(output, pictures);
        var scene = logits is null ? null : SceneLoss.Compute(logits, pictures.Labels);
        var loss = scene is null ? color : color.add(scene, alpha);
        loss.backward();
        optimizer.Step(rate);
        return (losses with { Scene = scene }).Kept();
    }

    private (Tensor Loss, StepLosses Losses) Compare(Tensor output, TrainingPictures pictures)
    {
        Tensor Color(Tensor colors) => colorLoss.Compute(network, colors, pictures.Chroma);
        if (believable is null)
        {
            var alone = Color(output);
            return (alone, new StepLosses(alone));
        }
        var (loss, color, perceptual, critic) = believable.Compute(output, pictures, Color);
        return (loss, new StepLosses(color, Perceptual: perceptual, Critic: critic));
    }

    private Optimizer CreateOptimizer()
    {
        var (asked, groups) = (recipe.Optimizer, WeightGroup.Of(network, recipe.Optimizer));
        return asked.Kind switch
        {
            OptimizerKind.Adadelta => new Adadelta(groups, asked.MaxGradientNorm),
            OptimizerKind.AdamW => new AdamW(
                groups, asked.WeightDecay, squareDecay: asked.SquareDecay, maxNorm: asked.MaxGradientNorm),
            _ => throw new UnreachableException(),
        };
    }

    private BelievableLoss? CreateBelievableLoss()
    {
        if (recipe.Adversarial is not { } asked) return null;
        var sizes = (ResNetSizes)recipe.Network;
        random.manual_seed(recipe.Seed); // of the critic's first weights
        return new BelievableLoss(
            asked, ColorTrunk.FromFile(asked.Trunk, sizes), sizes, Arithmetic, device);
    }

    private TrainingState Begin()
    {
        if (File.Exists(run.Checkpoint))
        {
            var resumed = Checkpoint.Resume(run.Checkpoint, network, optimizer, believable);
            run.ForgetAfter(resumed.Position.Seen);
            return resumed;
        }
        run.ForgetAfter(-1);
        var start = new StartingWeights(recipe, network, batches, device);
        return TrainingState.Start with { PicturesBefore = start.Load() };
    }

    private bool IsReportDue(long seenBefore) =>
        state.Position.Seen / recipe.ReportEvery > seenBefore / recipe.ReportEvery
            || state.Position.Seen >= recipe.Pictures;

    private bool IsValidationDue =>
        state.Position.Seen / recipe.ValidateEvery > validated / recipe.ValidateEvery
        || (state.Position.Seen >= recipe.Pictures && state.Position.Seen > validated);

    private async Task Validate(Func<ColorNetwork, TrainingState, Task> validate)
    {
        await validate(Network, state);
        validated = state.Position.Seen;
    }

    private void Report(IProgress<TrainingReport> progress, TrainingMeter meter, double rate)
    {
        var report = meter.Take(state, rate, recipe.Pictures);
        run.Report(report);
        progress.Report(report);
    }
}
