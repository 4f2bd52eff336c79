namespace Colorist;

/// <summary>How players turn stored frames.</summary>
/// <param name="StoredWidth">Columns before they are turned, made so many that pixels are square.</param>
/// <param name="StoredHeight">Rows before they are turned.</param>
/// <param name="QuarterTurns">Clockwise, 0..3.</param>
internal readonly record struct Upright(int StoredWidth, int StoredHeight, int QuarterTurns)
{
    public int Width => QuarterTurns % 2 == 0 ? StoredWidth : StoredHeight;

    public int Height => QuarterTurns % 2 == 0 ? StoredHeight : StoredWidth;

    /// <summary>A plane as players show it, as it is stored.</summary>
    /// <param name="shown">Height×width.</param>
    public float[] Stored(float[] shown)
    {
        var stored = new float[shown.Length];
        for (var i = 0; i < stored.Length; i++)
        {
            var (x, y) = Stored(i % Width, i / Width);
            stored[y * StoredWidth + x] = shown[i];
        }

        return stored;
    }

    /// <summary>Where a pixel that players show lies in the stored frame.</summary>
    public (int X, int Y) Stored(int x, int y) => QuarterTurns switch
    {
        1 => (y, StoredHeight - 1 - x),
        2 => (StoredWidth - 1 - x, StoredHeight - 1 - y),
        3 => (StoredWidth - 1 - y, x),
        _ => (x, y),
    };
}
