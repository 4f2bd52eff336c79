namespace Colorist;

/// <summary>In which numbers the local network computes.</summary>
public enum Precision
{
    /// <summary>
    /// Half precision on a GPU, 8 bits on a processor that is fast with them, where the model has them; else single
    /// precision.
    /// </summary>
    Automatic,

    /// <summary>Single precision, as trained.</summary>
    Full,

    /// <summary>8 bits, on any processor; an error where the model has none.</summary>
    EightBits,

    /// <summary>
    /// Half precision, on any device, fast on GPUs only; an error where the model has none.
    /// </summary>
    Half,
}
