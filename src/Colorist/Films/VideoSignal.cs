namespace Colorist;

/// <summary>
/// How luma and chroma stand for red, green and blue: ITU-R BT.601, BT.709, BT.2020 and their ranges (ITU-T H.273).
/// </summary>
/// <param name="Kr">Weight of red in luma.</param>
/// <param name="Kb">Weight of blue in luma.</param>
/// <param name="IsFull">
/// Whether luma runs from the lowest code to the highest; otherwise, in 8 bits, 16..235 and chroma 16..240.
/// </param>
/// <param name="Bits">8 or 10.</param>
internal sealed record VideoSignal(float Kr, float Kb, bool IsFull, int Bits)
{
    private const int HighDefinitionRows = 720;

    /// <summary>The code of no chroma.</summary>
    public int Grey => 128 << Bits - 8;

    /// <summary>The highest code.</summary>
    public int Most => (1 << Bits) - 1;

    /// <summary>The signal as a film's tags say.</summary>
    /// <param name="matrix">ffprobe's <c>color_space</c>.</param>
    /// <param name="isFull">Whether the range is full.</param>
    /// <param name="bits">8 or 10.</param>
    public static VideoSignal For(string matrix, bool isFull, int bits)
    {
        var (kr, kb) = matrix switch
        {
            "bt709" => (0.2126f, 0.0722f),
            "fcc" => (0.30f, 0.11f),
            "smpte240m" => (0.212f, 0.087f),
            "bt2020nc" or "bt2020c" => (0.2627f, 0.0593f),
            _ => (0.299f, 0.114f),
        };
        return new VideoSignal(kr, kb, isFull, bits);
    }

    /// <summary>The matrix that players assume where none is tagged: BT.709 from 720 rows on, BT.601 below.</summary>
    public static string AssumedMatrix(int rows) => rows >= HighDefinitionRows ? "bt709" : "smpte170m";

    /// <summary>The luma of a code, 0 black to 1 white; codes beyond are cut.</summary>
    public float Luma(float code) => Math.Clamp(IsFull ? code / Most : (code / (1 << Bits - 8) - 16) / 219, 0, 1);

    /// <summary>The codes of a colour, before rounding: blue and red less luma, each −0.5..0.5.</summary>
    public float ChromaCode(float difference) => Grey + difference * (IsFull ? Most : 224 << Bits - 8);
}
