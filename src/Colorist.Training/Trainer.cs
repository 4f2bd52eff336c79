using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>
/// One training run: forward, loss, backward, step, over and over, until the recipe's pictures are seen.
/// </summary>
public sealed class Trainer : IDisposable
{
    private const int NormalPictures = 512; // say what batch normalisation takes for normal when a model is read

    private readonly Recipe recipe;
    private readonly RunFolder run;
    private readonly Device device;
    private readonly ColorNetwork network;
    private readonly Optimizer optimizer;
    private readonly BatchReader batches;
    private readonly WeightAverage? average;
    private readonly ColorLoss colorLoss;
    private readonly Scalar alpha;
    private TrainingState state;
    private long validated; // pictures seen at the last validation that the log has

    /// <summary>Begins a run, or goes on from the checkpoint in its folder.</summary>
    /// <param name="recipe">What to learn.</param>
    /// <param name="run">Where checkpoint, log and pictures go.</param>
    /// <param name="source">Training pictures.</param>
    /// <param name="device">CPU or CUDA.</param>
    public Trainer(Recipe recipe, RunFolder run, IPictureSource source, Device device)
    {
        (this.recipe, this.run, this.device) = (recipe, run, device);
        network = ColorNetwork.ForSizes(recipe.Network);
        network.Draw(recipe.Seed);
        network.to(device);
        colorLoss = new ColorLoss(recipe.Loss);
        optimizer = CreateOptimizer();
        batches =
            new BatchReader(source, recipe, ahead: device.type == DeviceType.CPU ? 0 : Environment.ProcessorCount);
        alpha = recipe.Alpha;
        state = Begin();
        validated = run.LastValidation();
        if (recipe.BFloat16) network.Arithmetic = ScalarType.BFloat16;
        average = recipe.Averaging is { } decay ? new WeightAverage(network, decay, device) : null;
        if (average is not null && File.Exists(run.Checkpoint)) Checkpoint.LoadWeights(run.Checkpoint, average.Network);
    }

    /// <summary>Where the run stands.</summary>
    public TrainingState State => state;

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
        var meter = new TrainingMeter(state);

        network.train();
        // no await: Torch keeps threads and memory for each thread that calls it
        foreach (var batch in batches.From(state.Position))
        {
            meter.BatchArrived();
            var rate = recipe.Optimizer.RateAt(state.Position.Seen, recipe.Pictures);
            var (color, scene) = Step(batch, rate);
            var seen = state.Position.Seen;
            state = state with
            {
                Position = batch.End,
                Steps = state.Steps + 1,
                Seconds = secondsBefore + clock.Elapsed.TotalSeconds
            };
            average?.Follow(state.Steps);
            meter.StepDone(batch, color, scene);

            if (IsReportDue(seen)) Report(progress, meter, rate);
            var done = state.Position.Seen >= recipe.Pictures || stop.IsCancellationRequested;
            if (done || IsValidationDue || clock.Elapsed.TotalMinutes - lastCheckpoint >= recipe.CheckpointMinutes)
            {
                state = state with { Unreported = meter.Unreported };
                Checkpoint.Save(run.Checkpoint, recipe, network, optimizer, average?.Network, state);
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
        average?.Dispose();
        network.Dispose();
    }

    private (float Color, float? Scene) Step(Batch batch, double rate)
    {
        using var scope = NewDisposeScope();
        var half = batch.Side / 2;
        // N × 1 × S × S
        var lightness = tensor(batch.Lightness, [batch.Count, 1, batch.Side, batch.Side], device: device);
        var truth = tensor(batch.Chroma, [batch.Count, 2, half, half], device: device); // N × 2 × S/2 × S/2
        var labels = tensor(batch.Labels, device: device);                                                  // N

        optimizer.ZeroGradients();
        var (output, logits) = network.forward(lightness);
        var color = colorLoss.Compute(network, output, truth);
        var scene = logits is null ? null : SceneLoss.Compute(logits, labels);
        var loss = scene is null ? color : color.add(scene, alpha);
        loss.backward();
        optimizer.Step(rate);
        return (Finite(color), scene is null ? null : Finite(scene));
    }

    private float Finite(Tensor loss)
    {
        var value = loss.item<float>();
        return float.IsFinite(value) ? value : throw new RecipeException(
            recipe.Name, "a finite loss",
            $"{value} after {state.Position.Seen} pictures: the last checkpoint is whole; lower optimizer.learningRate, or train without bFloat16");
    }

    private Optimizer CreateOptimizer() => recipe.Optimizer.Kind switch
    {
        OptimizerKind.Adadelta => new Adadelta(network.parameters()),
        OptimizerKind.AdamW => new AdamW(network.parameters(), recipe.Optimizer.WeightDecay),
        _ => throw new UnreachableException(),
    };

    private TrainingState Begin()
    {
        if (File.Exists(run.Checkpoint))
        {
            var resumed = Checkpoint.Resume(run.Checkpoint, network, optimizer);
            run.ForgetAfter(resumed.Position.Seen);
            return resumed;
        }
        run.ForgetAfter(-1);
        return recipe.StartFrom is { } start
            ? TrainingState.Start with { PicturesBefore = BeginWith(start) }
            : TrainingState.Start;
    }

    /// <summary>Takes the weights of a checkpoint, or of a model that was exported.</summary>
    /// <returns>The pictures that they have seen.</returns>
    private long BeginWith(string start)
    {
        if (start.EndsWith(".onnx", StringComparison.Ordinal)) return BeginWithTrunk(start);
        if (!Directory.Exists(start)) return Checkpoint.LoadParts(start, network, recipe.StartParts).PicturesInAll;
        if (recipe.StartParts is not null) throw new RecipeException(start, "a checkpoint with startParts", "a folder");
        var (card, layers) = ModelWeights.Read(start);
        var first = batches.From(DataPosition.Start).Take(1 + (NormalPictures - 1) / recipe.Stages[0].Batch)
            .TakeWhile(batch => batch.Side == recipe.Stages[0].Side).ToList();
        using var lightness = tensor(first.SelectMany(batch => batch.Lightness).ToArray(),
            [first.Sum(batch => batch.Count), 1, first[0].Side, first[0].Side], device: device);
        Unfolding.Unfold(start, layers, network, lightness);
        return card.PicturesSeen;
    }

    /// <summary>Takes the trunk of a network that learned from ImageNet.</summary>
    /// <returns>The pictures that it has seen and that count here: none.</returns>
    private long BeginWithTrunk(string start)
    {
        if (network is not ResNetNetwork resNet)
            throw new RecipeException(start, "a checkpoint or a model for this family of networks", "an ONNX file");
        TrunkWeights.Load(start, resNet);
        return 0;
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
