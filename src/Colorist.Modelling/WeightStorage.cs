namespace Colorist.Modelling;

/// <summary>
/// How a model's weights are stored; the arithmetic is float32 in both, and biases are always stored as float32.
/// </summary>
public enum WeightStorage
{
    /// <summary>Two bytes a weight, the default: half the file, rounded to 11 significant bits.</summary>
    HalfPrecision,

    /// <summary>Four bytes a weight, exactly as trained.</summary>
    SinglePrecision,
}
