using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>Low-level features at three sizes.</summary>
/// <param name="Half">N×128×H/2×W/2.</param>
/// <param name="Quarter">N×256×H/4×W/4.</param>
/// <param name="Eighth">N×512×H/8×W/8: what the paper's other parts see.</param>
internal sealed record LowLevelMaps(Tensor Half, Tensor Quarter, Tensor Eighth);
