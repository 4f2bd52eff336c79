using System.Numerics;

namespace Colorist;

/// <summary>
/// The tone of a film's frames. A cast is the mean of those found in the shot so far, so that the balance does not
/// flicker.
/// </summary>
internal sealed class FilmTone(Tone tone)
{
    private const int MaxFrames = 48; // that a cast rests on: later ones follow a change of light

    private readonly ColorTable? table = ToneTable.Make(tone);
    private Vector2 cast;
    private int frames;

    /// <summary>What is done to the colours of the next frame; null for nothing.</summary>
    public ChromaFinish? Next(ColoredFrame frame)
    {
        if (tone.IsNone) return null;
        if (tone.Balance == Balance.Auto) Follow(frame);
        return new ChromaFinish(cast, table);
    }

    private void Follow(ColoredFrame frame)
    {
        if (frame.Frame.Index == frame.ShotStart) frames = 0;
        frames = Math.Min(frames + 1, MaxFrames);
        cast += (NeutralCast.Find(frame.Half, frame.Chroma) - cast) / frames;
    }
}
