using Colorist.Imaging;

namespace Colorist.Inference;

/// <summary>
/// A second look at a large picture, at half its size. From nearby the network may take parts of a lawn for gravel; from afar it sees what belongs together, as in the small
/// pictures that it learned from, but not the small things. The mean of both is steadier than either.
/// </summary>
internal static class SecondLook
{
    private const int Step = 16; // sides whose halves go through the network
    private const float MostLift = 1.25f;

    /// <summary>Predicts colours at half the size of a plane, from two looks if it is large enough.</summary>
    /// <param name="network">Looks.</param>
    /// <param name="from">The number of pixels squared from which on there is a second look (<see cref="ModelCard.SecondLookFrom"/>); 0 for never.</param>
    /// <param name="lightness">Both sides multiples of 8.</param>
    /// <param name="scene">As the local network takes it.</param>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public static ChromaPlanes Predict(LocalNetwork network, int from, LightnessPlane lightness, Scene? scene)
    {
        var near = network.Predict(lightness, scene);                                           // 2×h/2×w/2
        if (from == 0 || (long)lightness.Width * lightness.Height < (long)from * from) return near;
        var half = lightness.ResizeTo(Half(lightness.Width), Half(lightness.Height));           // h/2×w/2
        var far = network.Predict(half, scene).ResizeTo(near.Width, near.Height);               // 2×h/2×w/2
        return AsLivelyAs(near, Mean(near, far));
    }

    private static int Half(int side) => Math.Max(RenderSize.LeastSide, (side + Step / 2) / Step * Step / 2);

    private static ChromaPlanes Mean(ChromaPlanes near, ChromaPlanes far)
    {
        float[] Mean(float[] one, float[] other) => [.. one.Zip(other, (x, y) => (x + y) / 2)];
        return new ChromaPlanes(near.Width, near.Height, Mean(near.A, far.A), Mean(near.B, far.B));
    }

    /// <summary>Where two looks differ their mean is pale: one factor gives the picture the liveliness of the first look again.</summary>
    private static ChromaPlanes AsLivelyAs(ChromaPlanes near, ChromaPlanes mean)
    {
        var factor = Math.Min(MostLift, (float)(Liveliness(near) / Math.Max(1e-6, Liveliness(mean))));
        return new ChromaPlanes(mean.Width, mean.Height, Array.ConvertAll(mean.A, a => a * factor), Array.ConvertAll(mean.B, b => b * factor));
    }

    /// <summary>The root mean square of the chroma.</summary>
    private static double Liveliness(ChromaPlanes chroma) =>
        Math.Sqrt(chroma.A.Zip(chroma.B, (a, b) => (double)a * a + (double)b * b).Average());
}
