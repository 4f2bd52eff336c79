namespace Colorist.Modelling;

/// <summary>One convolution or fully connected layer, batch normalisation folded in.</summary>
/// <param name="WeightShape">Outputs×inputs×k×k of a convolution, outputs×inputs of a fully connected layer.</param>
/// <param name="Weight">As many values as the shape says, the last dimension running fastest.</param>
/// <param name="Bias">One value per output.</param>
public sealed record FoldedLayer(long[] WeightShape, float[] Weight, float[] Bias);
