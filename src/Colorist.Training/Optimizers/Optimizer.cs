using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>Moves weights along their gradients; keeps some tensors of each weight's shape between steps.</summary>
/// <remarks>
/// TorchSharp 0.107's optimizers pass temporary scalars that the garbage collector may free during the native call, and
/// so corrupt a long run. These keep every scalar alive, and their state is saved as plainly as weights are.
/// </remarks>
public abstract class Optimizer : IDisposable
{
    private readonly (WeightGroup Group, (Parameter Weight, Tensor[] Memory)[] Slots)[] groups;
    private readonly Scalar? maxNorm;
    private readonly Scalar one = 1;
    private readonly Scalar tiny = 1e-6; // under a division

    /// <param name="groups">What it moves, in the order in which its state is saved.</param>
    /// <param name="memories">Number of tensors kept per weight; they start at zero.</param>
    /// <param name="maxNorm">Length that all gradients together are cut to; null never cuts them.</param>
    private protected Optimizer(IEnumerable<WeightGroup> groups, int memories, double? maxNorm = null)
    {
        this.groups = [.. groups.Select(
            group => (group, group.Weights.Select(weight => Slot(weight, memories)).ToArray()))];
        this.maxNorm = maxNorm is { } length ? (Scalar)length : null;
    }

    private IEnumerable<(Parameter Weight, Tensor[] Memory)> Slots => groups.SelectMany(group => group.Slots);

    /// <summary>Steps so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Forgets the gradients of the step before.</summary>
    public void ZeroGradients()
    {
        foreach (var (weight, _) in Slots) weight.grad?.zero_();
    }

    /// <summary>Moves every weight once.</summary>
    /// <param name="learningRate">Above 0.</param>
    public void Step(double learningRate)
    {
        Steps++;
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        var cut = maxNorm is null ? null : Cut(maxNorm);
        foreach (var (group, slots) in groups)
        {
            BeginStep(learningRate * group.Rate, group.Decays);
            foreach (var (weight, memory) in slots)
                if (weight.grad is { } gradient) Move(weight, cut is null ? gradient : gradient.mul(cut), memory);
        }
    }

    /// <summary>Writes what the next step needs.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Steps);
        foreach (var tensor in Slots.SelectMany(slot => slot.Memory)) tensor.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote for weights of the same shapes.</summary>
    public void Load(BinaryReader reader)
    {
        Steps = reader.ReadInt64();
        using var noGradients = no_grad();
        foreach (var tensor in Slots.SelectMany(slot => slot.Memory)) tensor.Load(reader);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in Slots.SelectMany(slot => slot.Memory)) tensor.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract void BeginStep(double learningRate, bool decays);

    private protected abstract void Move(Parameter weight, Tensor gradient, Tensor[] memory);

    private static (Parameter Weight, Tensor[] Memory) Slot(Parameter weight, int memories) =>
        (weight, [.. Enumerable.Range(0, memories)
            .Select(_ => zeros_like(weight, requires_grad: false).DetachFromDisposeScope())]);

    /// <summary>
    /// The factor, 1 or less, that brings the gradient of all weights together to a length. It stays where the weights
    /// are: nothing waits for it.
    /// </summary>
    private Tensor Cut(Scalar length)
    {
        var norms = Slots.Select(slot => slot.Weight.grad).OfType<Tensor>().Select(gradient => gradient.norm());
        return stack(norms).norm().add(tiny).reciprocal().mul(length).clamp_max(one);
    }
}
