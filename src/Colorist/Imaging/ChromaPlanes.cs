namespace Colorist;

/// <summary>The colour of a picture without its lightness, in memory: what the local network answers.</summary>
/// <param name="width">Columns, at least 1.</param>
/// <param name="height">Rows, at least 1.</param>
/// <param name="a">Real a* (green − to red +), height×width, row after row; not copied.</param>
/// <param name="b">Real b* (blue − to yellow +), height×width, row after row; not copied.</param>
/// <exception cref="ArgumentException">The number of values in a plane is not width times height.</exception>
public sealed class ChromaPlanes(int width, int height, float[] a, float[] b)
{
    /// <summary>Columns.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>Real a*, −128..127, height×width, row after row.</summary>
    public float[] A { get; } = Planes.Checked(width, height, a, nameof(a));

    /// <summary>Real b*, −128..127, height×width, row after row.</summary>
    public float[] B { get; } = Planes.Checked(width, height, b, nameof(b));

    /// <summary>
    /// The mean chroma C*ab, the distance from grey: about 15 for photographs, below 3 hardly seen as colour.
    /// </summary>
    public float Mean() => A.Zip(B, (a, b) => MathF.Sqrt(a * a + b * b)).Average();

    /// <summary>
    /// Scales with area averaging downwards and bicubic interpolation upwards; sides may scale differently.
    /// </summary>
    /// <param name="newWidth">Columns of the result, at least 1.</param>
    /// <param name="newHeight">Rows of the result, at least 1.</param>
    /// <returns>New planes.</returns>
    public ChromaPlanes ResizeTo(int newWidth, int newHeight)
    {
        float[] Plane(float[] values) =>
            Planes.Resize(Width, Height, values, newWidth, newHeight, lowest: -128, highest: 127);
        return new ChromaPlanes(newWidth, newHeight, Plane(A), Plane(B));
    }
}
