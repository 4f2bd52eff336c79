namespace Colorist;

/// <summary>The one vector that a picture is painted with: its own scene, moved to where a look wants it.</summary>
internal static class WantedScene
{
    /// <summary>Moves a scene to a style, adds a palette, and makes it livelier.</summary>
    /// <param name="model">Whose scenes they are.</param>
    /// <param name="own">The picture's own; null if the model has no global features.</param>
    /// <param name="look">What is wanted; checked for the model.</param>
    /// <param name="paint">
    /// Colours the picture in a scene: liveliness without a palette is that of the colours that it gets.
    /// </param>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public static Scene? Find(Model model, Scene? own, Look look, Func<Scene, ChromaPlanes> paint)
    {
        if (own is null) return null;
        var scene = look.Style is null ? own : own.Toward(look.Style, look.StyleStrength);
        if (model.Palette is not { } network || look is { Palette: null, Liveliness: 1 }) return scene;
        if (look.Palette is { } wanted)
            return scene.Plus(Times(network.Vector(wanted.WithLiveliness(look.Liveliness)), look.StyleStrength));
        var found = Palette.FromChroma(paint(scene));
        return scene.Plus(Minus(network.Vector(found.WithLiveliness(look.Liveliness)), network.Vector(found)));
    }

    private static float[] Times(float[] vector, float factor) => [.. vector.Select(value => factor * value)];

    private static float[] Minus(float[] vector, float[] other) => [.. vector.Zip(other, (one, minus) => one - minus)];
}
