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
    private readonly (Parameter Weight, Tensor[] Memory)[] slots;

    /// <param name="weights">What it moves.</param>
    /// <param name="memories">Number of tensors kept per weight; they start at zero.</param>
    private protected Optimizer(IEnumerable<Parameter> weights, int memories) => slots =
    [
        .. weights.Select(
            weight => (weight, Enumerable.Range(0, memories)
                .Select(_ => zeros_like(weight, requires_grad: false).DetachFromDisposeScope()).ToArray())),
    ];

    /// <summary>Steps so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Forgets the gradients of the step before.</summary>
    public void ZeroGradients()
    {
        foreach (var (weight, _) in slots) weight.grad?.zero_();
    }

    /// <summary>Moves every weight once.</summary>
    /// <param name="learningRate">Above 0.</param>
    public void Step(double learningRate)
    {
        Steps++;
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        BeginStep(learningRate);
        foreach (var (weight, memory) in slots)
            if (weight.grad is { } gradient) Move(weight, gradient, memory);
    }

    /// <summary>Writes what the next step needs.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Steps);
        foreach (var tensor in slots.SelectMany(slot => slot.Memory)) tensor.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote for weights of the same shapes.</summary>
    public void Load(BinaryReader reader)
    {
        Steps = reader.ReadInt64();
        using var noGradients = no_grad();
        foreach (var tensor in slots.SelectMany(slot => slot.Memory)) tensor.Load(reader);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in slots.SelectMany(slot => slot.Memory)) tensor.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract void BeginStep(double learningRate);

    private protected abstract void Move(Parameter weight, Tensor gradient, Tensor[] memory);
}
