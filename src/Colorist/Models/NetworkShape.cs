namespace Colorist;

/// <summary>
/// How a local network meets pictures: which sizes it takes, how large its colours are, how far it looks.
/// </summary>
/// <param name="Divides">The sides of a plane for the network are multiples of this, 1..256.</param>
/// <param name="ChromaDivides">
/// The sides of the colours that it gives are those of the plane divided by this, 1..8, a divisor of <paramref
/// name="Divides"/>.
/// </param>
/// <param name="FixedSide">The side in pixels of the only square that it takes; null for planes of any size.</param>
/// <param name="Margin">
/// Pixels around a place beyond which nothing changes its colour but the scene: the rim that tiles of a large picture
/// are given. A multiple
/// of <paramref name="Divides"/>, 0..1024.
/// </param>
/// <param name="TakesScene">
/// True if it takes a scene beside the picture; false for one that sees only local features.
/// </param>
/// <param name="Input">What it takes of the picture.</param>
public sealed record NetworkShape(
    int Divides, int ChromaDivides, int? FixedSide, int Margin, bool TakesScene, NetworkInput Input)
{
    private const int MaxDivides = 256;
    private const int MaxChromaDivides = 8;
    private const int MaxMargin = 1024;

    /// <summary>
    /// The paper's network: halved three times, colours of half the picture's size, every convolution 3×3.
    /// </summary>
    public static NetworkShape Paper { get; } =
        new(Divides: 8, ChromaDivides: 2, FixedSide: null, Margin: 72, TakesScene: false, NetworkInput.Lightness);

    /// <summary>The size of the colours for a plane of this size.</summary>
    internal (int Width, int Height) ChromaSize(int width, int height) =>
        (width / ChromaDivides, height / ChromaDivides);

    /// <summary>The smallest plane side that the network takes and that holds a side of a picture.</summary>
    internal int Padded(int side) => Math.Max(MinSide, (side + Divides - 1) / Divides * Divides);

    /// <summary>The smallest side of a plane: smaller pictures are enlarged to it.</summary>
    internal int MinSide => (RenderSize.MinSide + Divides - 1) / Divides * Divides;

    /// <summary>Checks the sides of a plane for the network.</summary>
    /// <exception cref="ArgumentException">The network does not take one.</exception>
    internal void CheckSize(int width, int height)
    {
        var found = $"{width}×{height}";
        if (width % Divides != 0 || height % Divides != 0)
            throw new ArgumentException($"expected multiples of {Divides}, found {found}");
        if (FixedSide is { } side && (width != side || height != side))
            throw new ArgumentException($"expected {side}×{side}, found {found}");
    }

    /// <summary>Checks the ranges.</summary>
    /// <returns>What was expected and what was found; null if all is well.</returns>
    internal (string Expected, object Found)? Wrong() => this switch
    {
        { Divides: < 1 or > MaxDivides } => ($"shape.divides 1..{MaxDivides}", Divides),
        { ChromaDivides: < 1 or > MaxChromaDivides } => ($"shape.chromaDivides 1..{MaxChromaDivides}", ChromaDivides),
        _ when Divides % ChromaDivides != 0 => ($"shape.chromaDivides a divisor of {Divides}", ChromaDivides),
        { FixedSide: { } side }
            when side < MinSide || side % Divides != 0 => ($"shape.fixedSide a multiple of {Divides}", side),
        { Margin: < 0 or > MaxMargin } => ($"shape.margin 0..{MaxMargin}", Margin),
        _ when Margin % Divides != 0 => ($"shape.margin a multiple of {Divides}", Margin),
        _ => null,
    };
}
