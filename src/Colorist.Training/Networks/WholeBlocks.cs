using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Convolutions whose channels fill the blocks that a processor computes them in.</summary>
/// <remarks>
/// The oneDNN of Torch 2.10 computes in blocks of 8 or 16 channels. Where a layer leaves part of a block free, on some
/// processors (found on AMD's Zen 5, with AVX2 as with AVX-512) the weights of that block are not copied and its memory
/// is not cleared: outputs and gradients are wrong, NaN now and then, and memory of others is overwritten. With zeros
/// in the free channels no layer has such a block; oneDNN would add as many itself.
/// </remarks>
internal static class WholeBlocks
{
    private const int Block = 16; // channels

    /// <summary>A convolution that keeps the size of the features, or divides it by its stride.</summary>
    /// <param name="features">N×inputs×H×W.</param>
    /// <param name="weight">Outputs×inputs×k×k, in the features' type of number.</param>
    /// <param name="bias">One an output, or null.</param>
    /// <param name="stride">1 or more.</param>
    /// <param name="padding">Zeros around; half of the kernel by default.</param>
    /// <returns>N×outputs×H/stride×W/stride.</returns>
    public static Tensor Convolution(Tensor features, Tensor weight, Tensor? bias, long stride, long? padding = null)
    {
        var (outputs, inputs, around) = (weight.shape[0], weight.shape[1], padding ?? weight.shape[^1] / 2);
        var freeOutputs = Free(outputs);
        // is computed without blocks, and nobody asks for the gradient of a picture
        var oneByOne = inputs == 1 && features.dtype == ScalarType.Float32;
        var freeInputs = oneByOne ? 0 : Free(inputs);
        if (freeInputs > 0) features = functional.pad(features, [0, 0, 0, 0, 0, freeInputs]);
        if (freeInputs + freeOutputs > 0) weight = functional.pad(weight, [0, 0, 0, 0, 0, freeInputs, 0, freeOutputs]);
        if (freeOutputs > 0 && bias is not null) bias = functional.pad(bias, [0, freeOutputs]);
        // the same for one place, whose BFloat16 gradients oneDNN forgets to clear
        var step = features.shape[2] == 1 && features.shape[3] == 1 ? 1 : stride;
        var whole = functional.conv2d(features, weight, bias, strides: [step, step], padding: [around, around]);
        return freeOutputs > 0 ? whole.narrow(1, 0, outputs) : whole;
    }

    private static long Free(long channels) => (Block - channels % Block) % Block;
}
