namespace Colorist.Training;

/// <summary>How weights follow gradients.</summary>
public enum OptimizerKind
{
    /// <summary>Zeiler 2012, as in the paper.</summary>
    Adadelta,

    /// <summary>Loshchilov and Hutter 2019.</summary>
    AdamW,
}
