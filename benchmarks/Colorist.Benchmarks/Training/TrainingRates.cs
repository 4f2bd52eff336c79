using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Benchmarks.Training;

/// <summary>Pictures a second of the last stage of a recipe, from random weights.</summary>
/// <param name="recipe">What to train.</param>
/// <param name="steps">Of each measurement, after as many to warm up.</param>
internal sealed class TrainingRates(Recipe recipe, int steps)
{
    private readonly Stage stage = recipe.Stages[^1];

    /// <summary>Side of the pictures.</summary>
    public int Side => stage.Side;

    /// <summary>Pictures of a step.</summary>
    public int Batch => stage.Batch;

    private long Pictures => (long)steps * Batch;

    /// <summary>
    /// Forward, loss, backward and step on the same random tensors: what no trainer can be faster than.
    /// </summary>
    public double OfBareLoop()
    {
        using var network = new ColorizationNetwork((NetworkSizes)recipe.Network)
        {
            Arithmetic = recipe.BFloat16 ? ScalarType.BFloat16 : ScalarType.Float32
        };
        using var optimizer = new AdamW(WeightGroup.Of(network, recipe.Optimizer), recipe.Optimizer.WeightDecay);
        using var lightness = rand(Batch, 1, Side, Side);
        using var truth = rand(Batch, 2, Side / 2, Side / 2);
        using var labels = zeros(Batch, ScalarType.Int64);
        var (colorLoss, alpha) = (new ColorLoss(recipe.Loss), (TorchSharp.Scalar)recipe.Alpha);
        network.train();
        for (var i = 0; i < steps; i++) Step();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < steps; i++) Step();
        return Pictures / clock.Elapsed.TotalSeconds;

        void Step()
        {
            using var scope = NewDisposeScope();
            optimizer.ZeroGradients();
            var (output, logits) = network.forward(lightness);
            var color = colorLoss.Compute(network, output, truth);
            var loss = logits is null ? color : color.add(SceneLoss.Compute(logits, labels), alpha);
            loss.backward();
            optimizer.Step(recipe.Optimizer.LearningRate);
        }
    }

    /// <summary>The trainer, on real pictures that are decoded meanwhile.</summary>
    /// <param name="folder">For its run, new.</param>
    public double OfTrainer(string folder)
    {
        var measured = recipe with
        {
            StartFrom = null,
            StartParts = null,
            Stages = [stage with { Pictures = 2 * Pictures }],
            ReportEvery = (int)Pictures,
            ValidateEvery = int.MaxValue,
            CheckpointMinutes = double.MaxValue,
        };
        var reports = new Reports();
        using var trainer = new Trainer(
            measured, new RunFolder(folder), PictureSource.Open(recipe.Data.Training, recipe.Data.Root), CPU);
        trainer.Train(reports, (_, _) => Task.CompletedTask, CancellationToken.None).GetAwaiter().GetResult();
        return reports.Last!.PicturesPerSecond;
    }

    private sealed class Reports : IProgress<TrainingReport>
    {
        public TrainingReport? Last { get; private set; }

        public void Report(TrainingReport value) => Last = value;
    }
}
