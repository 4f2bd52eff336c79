namespace Colorist;

/// <summary>
/// What kind of picture this is: the global features of a picture, a value one can keep, mix and give to another
/// picture.
/// </summary>
/// <param name="Vector">
/// The global network's feature vector; its length is the model card's <c>globalFeatures</c> (256 in the paper).
/// </param>
/// <param name="Probabilities">
/// Probability 0..1 of each scene label, in the order of the model card's labels; they add up to 1.
/// </param>
public sealed record Scene(float[] Vector, float[] Probabilities)
{
    /// <summary>The weighted mean of scenes: several styles at once, or a mood out of many pictures.</summary>
    /// <param name="parts">
    /// At least one; weights above 0, of which only their proportion counts. All from the same model.
    /// </param>
    /// <exception cref="ArgumentException">
    /// No scene, a weight that is not above 0, or scenes of different models.
    /// </exception>
    public static Scene Mix(IReadOnlyList<(Scene Scene, float Weight)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0) throw new ArgumentException("expected at least one scene, found none", nameof(parts));
        var total = 0f;
        foreach (var (scene, weight) in parts)
        {
            parts[0].Scene.CheckAlike(scene);
            if (!(weight > 0) || !float.IsFinite(weight))
                throw new ArgumentException($"expected weights above 0, found {weight}", nameof(parts));
            total += weight;
        }

        return new Scene(Mean(scene => scene.Vector), Mean(scene => scene.Probabilities));

        float[] Mean(Func<Scene, float[]> values) =>
            [.. Enumerable.Range(0, values(parts[0].Scene).Length)
                .Select(i => parts.Sum(part => part.Weight / total * values(part.Scene)[i]))];
    }

    /// <summary>
    /// Moves the vector towards another scene's in a straight line. The probabilities stay: what the picture shows does
    /// not change.
    /// </summary>
    /// <param name="style">A scene of the same model.</param>
    /// <param name="strength">0 for this scene itself, 1 for the style's vector.</param>
    /// <exception cref="ArgumentException">
    /// The strength is out of its range, or the style comes from another model.
    /// </exception>
    public Scene Toward(Scene style, float strength)
    {
        ArgumentNullException.ThrowIfNull(style);
        if (!(strength >= 0 && strength <= 1))
            throw new ArgumentOutOfRangeException(nameof(strength), strength, "expected 0..1");
        CheckAlike(style);
        // so that own = other gives own exactly
        return this with { Vector = [.. Vector.Zip(style.Vector, (own, other) => own + strength * (other - own))] };
    }

    /// <summary>Adds what a palette asks for. The probabilities stay: what the picture shows does not change.</summary>
    /// <param name="palette">From <see cref="PaletteNetwork.Vector(Palette)"/> of the same model.</param>
    /// <exception cref="ArgumentException">The palette comes from another model.</exception>
    public Scene Plus(float[] palette)
    {
        ArgumentNullException.ThrowIfNull(palette);
        if (palette.Length != Vector.Length)
            throw new ArgumentException(
                $"expected {Vector.Length} global features, found {palette.Length}", nameof(palette));
        return this with { Vector = [.. Vector.Zip(palette, (own, added) => own + added)] };
    }

    private void CheckAlike(Scene other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Vector.Length != Vector.Length || other.Probabilities.Length != Probabilities.Length)
            throw new ArgumentException(
                $"expected scenes of one model, found {Vector.Length} and {other.Vector.Length} global features, "
                + $"{Probabilities.Length} and {other.Probabilities.Length} labels");
    }
}
