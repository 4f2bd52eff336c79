namespace Colorist;

/// <summary>
/// The local network in two parts: it looks at a picture once and colours it in as many scenes as one likes. May be
/// used by several threads at once; its <see cref="Model"/> disposes it.
/// </summary>
internal sealed class SceneryNetwork(OnnxGraph maps, OnnxGraph paint, NetworkShape shape) : IDisposable
{
    private static readonly (string Name, int Divides)[] Maps = [("places", 8), ("quarterMap", 4), ("halfMap", 2)];

    /// <summary>Sees what is where; no scene has a say in it.</summary>
    /// <param name="lightness">Both sides multiples of what the network divides sides by.</param>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public SceneryMaps See(LightnessPlane lightness)
    {
        var (width, height) = (lightness.Width, lightness.Height);
        var values =
            maps.Run([("lightness", lightness.Values, [1, 1, height, width])], [.. Maps.Select(map => map.Name)]);
        return new SceneryMaps(width, height, values);
    }

    /// <summary>Colours what was seen.</summary>
    /// <param name="seen">From <see cref="See"/> of this network.</param>
    /// <param name="scene">Of this model.</param>
    /// <returns>Real a*b*, as large as the local network's.</returns>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public ChromaPlanes Predict(SceneryMaps seen, Scene scene)
    {
        var inputs = Maps.Zip(seen.Values,
            (map, values) => (map.Name, values, Shape(values, seen.Width / map.Divides, seen.Height / map.Divides)));
        // 2×H/2×W/2
        var chroma = paint.Run([.. inputs, ("scene", scene.Vector, [1, scene.Vector.Length])], "chroma")[0];
        var (width, height) = shape.ChromaSize(seen.Width, seen.Height);
        return new ChromaPlanes(width, height, chroma[..(width * height)], chroma[(width * height)..]);

        static long[] Shape(float[] values, int width, int height) =>
            [1, values.Length / (width * height), height, width];
    }

    /// <summary>Frees the network.</summary>
    public void Dispose()
    {
        maps.Dispose();
        paint.Dispose();
    }
}
