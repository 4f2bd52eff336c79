using System.Numerics;

namespace Colorist.Tests;

public sealed class ToneTests
{
    [Fact]
    public void Temperature_Of5003Kelvin_MakesWhiteThatOfD50()
    {
        var white = Changed(new Tone { Temperature = 1e6f / 5003 - 1e6f / 6504 }, 100, 0, 0);
        // from the whites of CIE 15: 0.9642, 1, 0.8249 beside 0.9505, 1, 1.0888
        Assert.Equal(2.4, white.X, tolerance: 0.3);
        Assert.Equal(17.7, white.Y, tolerance: 0.3);
        Assert.True(Changed(new Tone { Temperature = -46 }, 100, 0, 0).Y < -10, "a cooler light is not blue");
    }

    [Fact]
    public void Temperature_OnDarkerGrey_CastsLess_AndOnBlackNothing()
    {
        var tone = new Tone { Temperature = 40 };
        Assert.Equal(
            Changed(tone, 100, 0, 0).Y * ChromaFinish.ShareOfCast(50), Changed(tone, 50, 0, 0).Y, tolerance: 0.1f);
        Assert.Equal(Vector2.Zero, Changed(tone, 0, 0, 0));
    }

    [Fact]
    public void Tint_AboveZero_IsMagentaAndBelowIsGreen()
    {
        var (magenta, green) = (Changed(new Tone { Tint = 50 }, 70, 0, 0), Changed(new Tone { Tint = -50 }, 70, 0, 0));
        Assert.True(magenta.X > 8 && magenta.Y < 0, $"{magenta}");
        Assert.True(green.X < -8 && green.Y > 0, $"{green}");
    }

    [Fact]
    public void HueMap_WholeBlueToBrown_TurnsBlueOnly()
    {
        var tone = new Tone { HueMap = [HueShift.Parse("blue->brown")] };
        var blue = Changed(tone, 50, 20 * MathF.Cos(265 * MathF.PI / 180), 20 * MathF.Sin(265 * MathF.PI / 180));
        Assert.Equal(60, MathF.Atan2(blue.Y, blue.X) * 180 / MathF.PI, tolerance: 1);
        Assert.Equal(20, blue.Length(), tolerance: 0.5);
        Assert.Equal(new Vector2(20, 16), Changed(tone, 50, 20, 16));
        Assert.Equal(Vector2.Zero, Changed(tone, 50, 0, 0));
    }

    [Fact]
    public void HueMap_HalfwayToGrey_HalvesTheChroma()
    {
        var green = Changed(new Tone { HueMap = [HueShift.Parse("green->grey:0.5")] }, 50, -24, 20);
        Assert.Equal(12, -green.X, tolerance: 0.2f);
        Assert.Equal(10, green.Y, tolerance: 0.2f);
    }

    [Theory]
    [InlineData(8, 7.9f, 8)]
    [InlineData(120, 24, 25)]
    public void Limits_OfSkin_BindStrongColorsOnly(float chroma, float min, float max)
    {
        var tone = new Tone { Limits = new HueLimits { Skin = 25 } };
        Assert.InRange(Changed(tone, 50, chroma / 2, chroma * 0.866f).Length(), min, max);
        Assert.Equal(new Vector2(-40, -40), Changed(tone, 50, -40, -40));
    }

    [Theory]
    [InlineData("blue-brown")]
    [InlineData("blue->brown:1.2")]
    [InlineData("blue->brown:a")]
    [InlineData("grey->red")]
    [InlineData("blau->red")]
    public void HueShift_OfOtherText_IsRefused(string typed) =>
        Assert.Contains("expected", Assert.ThrowsAny<ArgumentException>(() => HueShift.Parse(typed)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Tone_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tone { Temperature = 101 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tone { Tint = float.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HueLimits { Reds = 0 });
        Assert.Throws<ArgumentException>(() => new Tone { Curve = [0, 4, 3] });
    }

    [Fact]
    public void Balance_OfPaperUnderAWarmLight_FindsTheLight()
    {
        var (lightness, chroma) = Scene(castA: 2, castB: 6);
        var cast = NeutralCast.Find(lightness, chroma);
        Assert.Equal(2, cast.X, tolerance: 1);
        Assert.Equal(6, cast.Y, tolerance: 1);
    }

    [Fact]
    public void Balance_OfAStrongCast_TakesNoMoreThan8()
    {
        var (lightness, chroma) = Scene(castA: 5, castB: 13);
        Assert.InRange(NeutralCast.Find(lightness, chroma).Length(), 7.5, 8.001);
    }

    [Fact]
    public void Balance_WithoutBrightPlaces_TakesNothing() =>
        Assert.Equal(
            Vector2.Zero, NeutralCast.Find(new LightnessPlane(2, 1, [30, 20]), new ChromaPlanes(2, 1, [3, 3], [5, 5])));

    private static Vector2 Changed(Tone tone, float lightness, float a, float b)
    {
        float[] ofA = [a], ofB = [b];
        ToneTable.Make(tone)!.Apply([lightness], ofA, ofB);
        return new Vector2(ofA[0], ofB[0]);
    }

    /// <summary>
    /// A tenth paper and shirts of all lightnesses, the rest brown wood and green leaves, all in one light.
    /// </summary>
    private static (LightnessPlane Lightness, ChromaPlanes Chroma) Scene(float castA, float castB)
    {
        var random = new Random(1);
        float[] lightness = new float[2000], a = new float[2000], b = new float[2000];
        for (var i = 0; i < a.Length; i++)
        {
            lightness[i] = random.Next(5, 99);
            var own = i % 10 == 0 ? Vector2.Zero : i % 2 == 0 ? new Vector2(14, 24) : new Vector2(-20, 24);
            (a[i], b[i]) = (own.X + castA * ChromaFinish.ShareOfCast(lightness[i]), own.Y
                + castB * ChromaFinish.ShareOfCast(lightness[i]));
        }

        return (new LightnessPlane(50, 40, lightness), new ChromaPlanes(50, 40, a, b));
    }
}
