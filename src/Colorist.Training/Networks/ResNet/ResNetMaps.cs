using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>What the trunk sees in a picture, from near to far.</summary>
/// <param name="Half">N×64×H/2×W/2, low level.</param>
/// <param name="Quarter">N×64×H/4×W/4, low level.</param>
/// <param name="Eighth">N×128×H/8×W/8, mid level.</param>
/// <param name="Sixteenth">N×256×H/16×W/16, mid level.</param>
/// <param name="ThirtySecond">N×512×H/32×W/32, mid level.</param>
internal sealed record ResNetMaps(Tensor Half, Tensor Quarter, Tensor Eighth, Tensor Sixteenth, Tensor ThirtySecond);
