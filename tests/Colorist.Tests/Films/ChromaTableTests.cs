namespace Colorist.Tests;

public sealed class ChromaTableTests
{
    public static TheoryData<string, bool, int> Signals => new()
    {
        { "smpte170m", false, 8 }, { "bt709", false, 8 }, { "bt709", true, 8 }, { "bt2020nc", false, 10 },
    };

    [Theory]
    // 65.481·R + 128.553·G + 24.966·B + 16 and so on: ITU-R BT.601, red, green, blue
    [InlineData("smpte170m", 255, 0, 0, 90.203f, 239.945f)]
    [InlineData("smpte170m", 0, 255, 0, 53.797f, 34.214f)]
    [InlineData("smpte170m", 0, 0, 255, 240f, 109.786f)]
    [InlineData("bt709", 255, 255, 255, 128f, 128f)]
    public void Differences_OfPureColors_AreTheStandards(
        string matrix, byte red, byte green, byte blue, float wantedBlue, float wantedRed)
    {
        var signal = VideoSignal.For(matrix, isFull: false, bits: 8);
        var luma = (signal.Kr * red + (1 - signal.Kr - signal.Kb) * green + signal.Kb * blue) / 255;
        var (_, a, b) = CieLab.FromSrgb(red, green, blue);
        var (foundBlue, foundRed) = ChromaTable.Differences(signal, luma, a, b);
        Assert.Equal(wantedBlue, signal.ChromaCode(foundBlue), 0.6f);
        Assert.Equal(wantedRed, signal.ChromaCode(foundRed), 0.6f);
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public void At_Grey_IsExactlyTheMiddleCode(string matrix, bool isFull, int bits)
    {
        var signal = VideoSignal.For(matrix, isFull, bits);
        var table = new ChromaTable(signal);
        for (var luma = 0f; luma <= 1; luma += 0.01f)
        {
            var codes = table.At(luma, 0, 0);
            Assert.Equal(signal.Grey, codes.X, 0.01f);
            Assert.Equal(signal.Grey, codes.Y, 0.01f);
        }
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public void At_AnyColor_CanBeShownAndHasTheWantedHueAndChroma(string matrix, bool isFull, int bits)
    {
        var signal = VideoSignal.For(matrix, isFull, bits);
        var table = new ChromaTable(signal);
        var random = new Random(6);
        for (var i = 0; i < 2000; i++)
        {
            float luma = random.NextSingle(), a = random.NextSingle() * 160 - 80, b = random.NextSingle() * 160 - 80;
            var (red, green, blue) = Decode(signal, luma, table.At(luma, a, b));
            Assert.InRange(Math.Min(red, Math.Min(green, blue)), -0.003f, 1);
            Assert.InRange(Math.Max(red, Math.Max(green, blue)), 0, 1.003f);
            var (_, foundA, foundB) = CieLab.FromLinear(CieLab.Linearize(Math.Max(0, red)),
                CieLab.Linearize(Math.Max(0, green)), CieLab.Linearize(Math.Max(0, blue)));
            var (wanted, found) = (MathF.Sqrt(a * a + b * b), MathF.Sqrt(foundA * foundA + foundB * foundB));
            Assert.True(found <= wanted + 3, $"luma {luma}, wanted {a} {b}, found {foundA} {foundB}");
            if (luma is > 0.3f and < 0.7f && wanted < 20)
                Assert.True(MathF.Abs(foundA - a) + MathF.Abs(foundB - b) < 2,
                    $"luma {luma}, wanted {a} {b}, found {foundA} {foundB}");
        }
    }

    private static (float Red, float Green, float Blue) Decode(
        VideoSignal signal, float luma, System.Numerics.Vector2 codes)
    {
        var scale = signal.ChromaCode(1) - signal.Grey;
        var blue = luma + 2 * (1 - signal.Kb) * (codes.X - signal.Grey) / scale;
        var red = luma + 2 * (1 - signal.Kr) * (codes.Y - signal.Grey) / scale;
        return (red, (luma - signal.Kr * red - signal.Kb * blue) / (1 - signal.Kr - signal.Kb), blue);
    }
}
