namespace Colorist;

/// <summary>
/// How a network of another project scales an input or output: value = stored × deviation + mean, where the value is
/// what <see cref="NetworkInput"/> or <see cref="NetworkOutput"/> says and stored what is in the tensor.
/// </summary>
public sealed record ForeignTensor
{
    private const int RgbChannels = 3;
    private const float MaxChroma = 128;

    /// <summary>The tensor's name in the graph.</summary>
    public required string Name { get; init; }

    /// <summary>Of each channel, or one for all; 0 by default.</summary>
    public IReadOnlyList<float> Mean { get; init; } = [0];

    /// <summary>Of each channel, or one for all; not 0; 1 by default.</summary>
    public IReadOnlyList<float> Deviation { get; init; } = [1];

    /// <summary>Makes the input of a picture.</summary>
    /// <param name="lightness">The picture.</param>
    /// <param name="colors">What the network takes.</param>
    /// <returns>1×1×H×W or 1×3×H×W.</returns>
    public float[] FromLightness(LightnessPlane lightness, NetworkInput colors)
    {
        ArgumentNullException.ThrowIfNull(lightness);
        var isRgb = colors == NetworkInput.Rgb;
        var plane = isRgb
            ? Array.ConvertAll(lightness.Values, value => CieLab.Encode(CieLab.LuminanceOf(value)))
            : lightness.Values;
        var stored = new float[plane.Length * (isRgb ? RgbChannels : 1)];
        for (var i = 0; i < stored.Length; i++)
        {
            var channel = i / plane.Length;
            stored[i] = (plane[i % plane.Length] - Of(Mean, channel)) / Of(Deviation, channel);
        }
        return stored;
    }

    /// <summary>Reads an output.</summary>
    /// <param name="stored">1×2×H×W or 1×3×H×W.</param>
    /// <param name="colors">What the network gives.</param>
    /// <param name="width">W.</param>
    /// <param name="height">H.</param>
    /// <returns>Its lightness, L* 0..100, null where it gives chroma only; and its chroma.</returns>
    public (LightnessPlane? Lightness, ChromaPlanes Chroma) ToColors(
        float[] stored, NetworkOutput colors, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var plane = width * height;
        float[] a = new float[plane], b = new float[plane];
        var lightness = colors == NetworkOutput.Rgb ? new float[plane] : null;
        for (var i = 0; i < plane; i++)
        {
            if (lightness is null) (a[i], b[i]) = (Value(stored, plane, 0, i), Value(stored, plane, 1, i));
            else
                (lightness[i], a[i], b[i]) = CieLab.FromLinear(
                    Light(stored, plane, 0, i), Light(stored, plane, 1, i), Light(stored, plane, 2, i));
            (a[i], b[i]) = (Math.Clamp(a[i], -MaxChroma, MaxChroma - 1), Math.Clamp(b[i], -MaxChroma, MaxChroma - 1));
        }
        return (lightness is null
            ? null
            : new LightnessPlane(width, height, lightness), new ChromaPlanes(width, height, a, b));
    }

    /// <summary>Checks the ranges.</summary>
    /// <param name="channels">Of the tensor.</param>
    /// <returns>What was expected and what was found; null if all is well.</returns>
    internal (string Expected, object Found)? Wrong(int channels) => this switch
    {
        { Name: not { Length: > 0 } } => ("a tensor's name", "none"),
        _ when Mean.Count != 1 && Mean.Count != channels => ($"{Name}: 1 or {channels} values of mean", Mean.Count),
        _ when Deviation.Count != 1 && Deviation.Count != channels =>
                ($"{Name}: 1 or {channels} values of deviation", Deviation.Count),
        _ when !Mean.All(float.IsFinite) => ($"{Name}: finite values of mean", string.Join(", ", Mean)),
        _ when !Deviation.All(value => float.IsFinite(value) && value != 0) =>
                ($"{Name}: values of deviation other than 0", string.Join(", ", Deviation)),
        _ => null,
    };

    private float Value(float[] stored, int plane, int channel, int place) =>
        stored[channel * plane + place] * Of(Deviation, channel) + Of(Mean, channel);

    private float Light(float[] stored, int plane, int channel, int place) =>
        CieLab.Linearize(Math.Clamp(Value(stored, plane, channel, place), 0, 1));

    private static float Of(IReadOnlyList<float> values, int channel) => values[Math.Min(channel, values.Count - 1)];
}
