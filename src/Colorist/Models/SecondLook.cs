namespace Colorist;

/// <summary>
/// A second look at a large picture, at half its size. From nearby the network may take parts of a lawn for gravel;
/// from afar it sees what belongs together, as in the small pictures that it learned from, but not the small things.
/// The mean of both is steadier than either.
/// </summary>
internal static class SecondLook
{
    // where looks contradict each other throughout, what is left of their mean is no colour to be made strong
    private const float MaxLift = 1.25f;

    /// <summary>
    /// Predicts colours at half the size of a plane, from two looks if it is large enough and no narrow strip.
    /// </summary>
    /// <param name="network">Looks.</param>
    /// <param name="from">
    /// The number of pixels squared from which on there is a second look (<see cref="ModelCard.SecondLookFrom"/>); 0
    /// for never.
    /// </param>
    /// <param name="lightness">Of a size that the network takes.</param>
    /// <param name="scene">As the local network takes it.</param>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public static ChromaPlanes Predict(IColorNetwork network, int from, LightnessPlane lightness, Scene? scene)
    {
        var near = network.Predict(lightness, scene);                                           // 2×h/2×w/2
        if (from == 0 || !Pays(from, lightness.Width, lightness.Height, network.Shape)) return near;
        var step = network.Shape.Divides;
        var half = lightness.ResizeTo(Half(lightness.Width, step), Half(lightness.Height, step));   // h/2×w/2
        var far = network.Predict(half, scene).ResizeTo(near.Width, near.Height);               // 2×h/2×w/2
        return Mean(near, far);
    }

    private static bool Pays(int from, int width, int height, NetworkShape shape) =>
        shape.FixedSide is null && (long)width * height >= (long)from * from
            && Math.Min(width, height) >= 2 * shape.MinSide;

    /// <summary>Half of a side, rounded to what the network takes.</summary>
    private static int Half(int side, int step) => (side + step) / (2 * step) * step;

    /// <summary>
    /// The mean of both. Where they differ it is pale: one factor gives the picture the liveliness of the near look
    /// again, the root mean square of its chroma.
    /// </summary>
    internal static ChromaPlanes Mean(ChromaPlanes near, ChromaPlanes far)
    {
        float[] a = new float[near.A.Length], b = new float[a.Length];
        double nearSquares = 0, squares = 0;
        for (var i = 0; i < a.Length; i++)
        {
            (a[i], b[i]) = ((near.A[i] + far.A[i]) / 2, (near.B[i] + far.B[i]) / 2);
            nearSquares += near.A[i] * near.A[i] + near.B[i] * near.B[i];
            squares += a[i] * a[i] + b[i] * b[i];
        }

        var factor = squares > 0 ? Math.Min(MaxLift, MathF.Sqrt((float)(nearSquares / squares))) : 1;
        for (var i = 0; i < a.Length; i++) (a[i], b[i]) = (a[i] * factor, b[i] * factor);
        return new ChromaPlanes(near.Width, near.Height, a, b);
    }
}
