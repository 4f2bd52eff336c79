namespace Colorist;

/// <summary>A frame made very small, as shots are told apart by it.</summary>
internal sealed class Glimpse
{
    private const int Side = 64; // of the frames that are compared, about
    private const float Blank = 2.5f; // standard deviation of L*: less is a frame with nothing on it

    private readonly Motion motion;
    private readonly LightnessPlane small;
    private float[]? coarse;

    public Glimpse(LumaFrame frame)
    {
        Frame = frame;
        var scale = Math.Min(1, Side / MathF.Sqrt(frame.Small.Width * frame.Small.Height));
        small = frame.Small.ResizeTo(
            Math.Max(16, (int)(frame.Small.Width * scale)), Math.Max(16, (int)(frame.Small.Height * scale)));
        motion = new Motion(small.Width, small.Height, small.Values);
        IsBlank = motion.Spread < Blank;
    }

    public LumaFrame Frame { get; }

    public bool IsBlank { get; }

    /// <summary>L* without its mean, half as large again.</summary>
    public float[] Coarse
    {
        get
        {
            if (coarse is not null) return coarse;
            coarse = small.ResizeTo(small.Width / 2, small.Height / 2).Values;
            var mean = coarse.Average();
            return coarse = Array.ConvertAll(coarse, value => value - mean);
        }
    }

    /// <summary>Of all places, whatever moved and however bright it is: 0..1.</summary>
    public float Resembles(Glimpse other) => motion.Resemblance(other.motion, motion.To(other.motion)).Average();
}
