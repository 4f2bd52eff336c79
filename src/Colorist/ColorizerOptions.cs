namespace Colorist;

/// <summary>How a <see cref="Colorizer"/> works; every value has a default.</summary>
public sealed record ColorizerOptions
{
    /// <summary>
    /// The network sees each picture at about this number of pixels squared, 32..4096; null, the default, for what the
    /// model card recommends. Larger finds colours for smaller things and takes longer: twice the side, four times the
    /// work and memory.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int? RenderSide
    {
        get;
        init
        {
            if (value is { } side) RenderSize.Check(side, nameof(RenderSide));
            field = value;
        }
    }

    /// <summary>
    /// Whether the local network sees every pixel, in tiles, while the scene is still found at
    /// <see cref="RenderSide"/>; false by default. Memory is that of a tile and one byte a pixel; time grows with the
    /// pixels: minutes for a large scan.
    /// </summary>
    public bool RenderFull { get; init; }

    /// <summary>
    /// Whether pictures are looked at a second time, at half the size, from where the model card recommends it
    /// (<see cref="ModelCard.SecondLookFrom"/>); true by default. The local network takes two fifths longer. With
    /// <see cref="RenderFull"/> the look at every pixel is another one, that counts a quarter.
    /// </summary>
    public bool SecondLook { get; init; } = true;

    /// <summary>
    /// How far colours even out among neighbours of like lightness, as a share of the picture's side, 0..0.25: 0 for
    /// the network's own colours; null, the default, for what the model card recommends. With <see cref="RenderFull"/>
    /// colours are the network's own.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float? Evenness
    {
        get;
        init
        {
            if (value is { } share and not (>= 0 and <= ModelCard.MaxEvenness))
                throw new ArgumentOutOfRangeException(nameof(Evenness), share, $"expected 0..{ModelCard.MaxEvenness}");
            field = value;
        }
    }

    /// <summary>
    /// In which numbers the local network computes; by default in 8 bits where the model has them and the processor is
    /// fast with them.
    /// </summary>
    public Precision Precision { get; init; } = Precision.Automatic;

    /// <summary>
    /// What the networks compute on; <see cref="ComputeDevice.Automatic"/> by default. A device that is asked for and
    /// does not work is an error.
    /// </summary>
    public ComputeDevice Device { get; init; } = ComputeDevice.Automatic;

    /// <summary>Threads that work on one picture, at least 1; 0, the default, for one per core.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Threads));
            field = value;
        }
    }
}
