namespace Colorist.Modelling;

/// <summary>What the last layer says of each place.</summary>
public enum ColorOutput
{
    /// <summary>The colour itself: two sigmoids, as in the paper.</summary>
    Sigmoid,

    /// <summary>
    /// How likely each of the <see cref="ColorBins"/> is; the colour is their annealed mean (Zhang, Isola and Efros
    /// 2016).
    /// </summary>
    Bins,
}
