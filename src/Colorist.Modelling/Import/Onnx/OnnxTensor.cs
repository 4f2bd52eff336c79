namespace Colorist.Modelling;

/// <summary>An input or output of a graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFloat">Whether its values are of single precision.</param>
/// <param name="Sides">Null for one that may be any.</param>
internal sealed record OnnxTensor(string Name, bool IsFloat, IReadOnlyList<long?> Sides)
{
    /// <summary>Whether it may be N×channels×H×W.</summary>
    public bool IsPicture => IsFloat && Sides is [null or 1, not null, _, _];

    /// <summary>The second side of a picture.</summary>
    public long Channels => Sides[1]!.Value;

    /// <summary>Height and width where both are the same number; null otherwise.</summary>
    public int? Square =>
        Sides is [.., { } height, { } width] && height == width && height is > 0 and <= 4096 ? (int)height : null;

    /// <summary>Whether height and width may be any.</summary>
    public bool IsFree => Sides is [.., null, null];

    public override string ToString() =>
        $"{Name} ({(IsFloat ? "" : "not float32, ")}{string.Join('×', Sides.Select(side => side is null ? "?" : $"{side}"))})";
}
