namespace Colorist.Modelling;

/// <summary>A tensor of a file of weights.</summary>
/// <param name="Shape">Sides, the last dimension running fastest.</param>
/// <param name="Values">As many as the shape says, in single precision however they were stored.</param>
public sealed record StoredTensor(long[] Shape, float[] Values);
