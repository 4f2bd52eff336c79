using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>How a coarse map meets the finer one that was kept on the way down.</summary>
internal static class Enlarged
{
    /// <summary>Brings a map to twice its sides, nearest point, and lays it before a finer one.</summary>
    /// <param name="coarse">
    /// N×C×h×w; the row and the column that are one too many where a side of the finer map is odd are left out.
    /// </param>
    /// <param name="fine">N×D×H×W, H and W at most 2h and 2w.</param>
    /// <returns>N×(C+D)×H×W.</returns>
    public static Tensor Beside(Tensor coarse, Tensor fine)
    {
        var enlarged = functional.interpolate(coarse, scale_factor: [2, 2], mode: InterpolationMode.Nearest);
        return cat([enlarged.narrow(2, 0, fine.shape[2]).narrow(3, 0, fine.shape[3]), fine], dim: 1);
    }
}
