namespace Colorist;

/// <summary>The lightness of a picture in memory: what the networks see.</summary>
/// <param name="width">Columns, at least 1.</param>
/// <param name="height">Rows, at least 1.</param>
/// <param name="values">L*, 0..100, height×width, row after row; not copied.</param>
/// <exception cref="ArgumentException">The number of values is not width times height.</exception>
public sealed class LightnessPlane(int width, int height, float[] values)
{
    /// <summary>Columns.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>L*, 0..100, height×width, row after row.</summary>
    public float[] Values { get; } = Planes.Checked(width, height, values, nameof(values));

    /// <summary>
    /// Scales with area averaging downwards and bicubic interpolation upwards; sides may scale differently.
    /// </summary>
    /// <param name="newWidth">Columns of the result, at least 1.</param>
    /// <param name="newHeight">Rows of the result, at least 1.</param>
    /// <returns>A new plane, or this one when the size stays.</returns>
    public LightnessPlane ResizeTo(int newWidth, int newHeight) =>
        (newWidth, newHeight) == (Width, Height)
            ? this
            : new LightnessPlane(newWidth, newHeight,
                Planes.Resize(Width, Height, Values, newWidth, newHeight, lowest: 0, highest: 100));
}
