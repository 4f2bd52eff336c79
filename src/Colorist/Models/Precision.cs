namespace Colorist;

/// <summary>In which numbers the local network computes.</summary>
public enum Precision
{
    /// <summary>8 bits where the model has them and the processor is fast with them, else single precision.</summary>
    Automatic,

    /// <summary>Single precision, as trained.</summary>
    Full,

    /// <summary>8 bits, on any processor; an error where the model has none.</summary>
    EightBits,
}
