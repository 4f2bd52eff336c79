using NetVips;

namespace Colorist.Tests;

/// <summary>What stored values mean: floats, profiles, gamma, L*a*b*, and bands that are no colour.</summary>
public sealed class PixelMeaningTests
{
    private const int Side = 64;

    public static TheoryData<string> Profiles => [.. ProfileOf.Keys];

    /// <summary>Profiles, and the luminance that a neutral value has by them.</summary>
    private static readonly Dictionary<string, (byte[]? Profile, Func<double, double> Luminance)> ProfileOf = new()
    {
        ["none"] = (null, stored => CieLab.Linearize((float)stored)),
        ["Adobe RGB"] = (IccBytes.Rgb(IccBytes.Gamma(2.2), IccBytes.AdobePrimaries, "Adobe RGB"),
            stored => Math.Pow(stored, 2.19922)),
        ["linear sRGB built-in"] =
            (IccBytes.Rgb(IccBytes.Gamma(1), IccBytes.SrgbPrimaries, "Linear sRGB built-in"), stored => stored),
        ["not sRGB"] =
            (IccBytes.Rgb(IccBytes.Gamma(1.8), IccBytes.SrgbPrimaries, "other", "not sRGB, but sRGB's primaries"),
                stored => Math.Pow(stored, 1.80078)),
        ["sRGB by another name"] =
            (IccBytes.Rgb(
                IccBytes.Table(1024, stored => CieLab.Linearize((float)stored)), IccBytes.SrgbPrimaries, "monitor 7"),
            stored => CieLab.Linearize((float)stored)),
    };

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Load_RgbWithAProfile_HasTheLightnessItSays(string name)
    {
        var (profile, luminance) = ProfileOf[name];
        var ramp = Ramp(64);
        foreach (var (format, bits, pixels, tolerance) in new[] { (1, 16, Deep(ramp, 3), 0.02f),
            (3, 32, Floats(ramp, 3), 0.02f) })
        {
            var lightness = LightnessOf(new TiffBytes.Page(Side, Side, 3, bits, 2, pixels)
            {
                Format = format,
                Profile = profile
            });
            for (var i = 0; i < ramp.Length; i++)
                Assert.Equal(CieLab.LightnessOf((float)luminance(ramp[i])), lightness[i], tolerance);
        }
    }

    [Fact]
    public void Load_EightBitsWithAProfile_AreRoundedOnce()
    {
        byte[] ramp = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        foreach (var (bands, profile) in new[] { (1, IccBytes.Grey(IccBytes.Gamma(1))),
            (3, IccBytes.Rgb(IccBytes.Gamma(1), IccBytes.SrgbPrimaries, "linear")) })
        {
            byte[] pixels = [.. ramp.SelectMany(value => Enumerable.Repeat(value, bands))];
            using var photo = Photo.Load(TiffBytes.Make(new TiffBytes.Page(256, 1, bands, 8, bands == 1 ? 1 : 2, pixels)
            {
                Profile = profile
            }), "ramp");
            Assert.Equal(8, photo.Bits);
            var found = photo.ToRgb();
            Assert.All(ramp, value =>
                Assert.Equal(255 * CieLab.Encode(value / 255f), found[3 * value + 1], bands == 1 ? 0.51f : 1.01f));
        }
    }

    [Fact]
    public void Save_WhateverTheProfile_IsTaggedAsSrgb()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, (profile, _)) in ProfileOf)
            foreach (var extension in (string[])[".jpg", ".png", ".tif", ".webp", ".avif"])
            {
                using var photo = Photo.Load(TiffBytes.Make(new TiffBytes.Page(Side, Side, 3, 16, 2, Deep(Ramp(64), 3))
                {
                    Profile = profile
                }), name);
                photo.WithoutColor().Save(folder[name + extension]);
            }

        Assert.All(ExifTool.Read(Directory.GetFiles(folder.Path)).Values,
            tags => Assert.Equal("sRGB", tags["ICC_Profile:ProfileDescription"]));
    }

    public static TheoryData<string> Curves => [.. CurveOf.Keys];

    private static readonly Dictionary<string, (byte[] Profile, Func<double, double> Luminance)> CurveOf = new()
    {
        ["gamma 1.0"] = (IccBytes.Grey(IccBytes.Gamma(1)), stored => stored),
        ["gamma 1.8"] = (IccBytes.Grey(IccBytes.Gamma(1.8)), stored => Math.Pow(stored, 461 / 256.0)),
        ["gamma 2.2"] = (IccBytes.Grey(IccBytes.Gamma(2.2), "sRGB grey"), stored => Math.Pow(stored, 563 / 256.0)),
        ["table"] =
            (IccBytes.Grey(IccBytes.Table(4096, stored => Math.Pow(stored, 1.75))), stored => Math.Pow(stored, 1.75)),
        ["L*"] = (IccBytes.Grey(IccBytes.Gamma(1), isLab: true), stored => CieLab.LuminanceOf((float)(100 * stored))),
        ["RGB for grey"] = (IccBytes.Rgb(IccBytes.Gamma(1), IccBytes.AdobePrimaries, "sRGB"), stored => stored),
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void Load_GreyWithAProfile_IsRightInTheShadowsToo(string name)
    {
        var (profile, luminance) = CurveOf[name];
        var ramp = Enumerable.Range(0, 65536).Select(value => value / 65535.0).ToArray();
        foreach (var bands in (int[])[1, 2])
        {
            var page = new TiffBytes.Page(256, 256, bands, 16, 1, Deep(ramp, bands))
            {
                Profile = profile,
                Extra = bands == 2 ? [2] : []
            };
            var lightness = LightnessOf(page);
            for (var i = 66; i < ramp.Length; i++)
                Assert.Equal(CieLab.LightnessOf((float)luminance(ramp[i])), lightness[i], 0.02f);
        }
    }

    [Theory]
    [InlineData(1.02f, 0, 1)] // resampled or sharpened
    [InlineData(16f, 0, 1)]
    [InlineData(1f, 1.6f, 1)] // one pixel shines
    [InlineData(1f, 60_000f, 1)]
    [InlineData(1f, float.PositiveInfinity, 1)]
    [InlineData(1f, float.NegativeInfinity, 1)]
    [InlineData(1f, float.NaN, 1)]
    [InlineData(1f, -3f, 1)]
    [InlineData(255f, 0, 255)]
    [InlineData(255f, 1e9f, 255)]
    [InlineData(65535f, 0, 65535)]
    [InlineData(65535f, 1e9f, 65535)]
    public void Load_Floats_FindTheirWhiteWhateverOnePixelSays(float brightest, float odd, float white)
    {
        var ramp = Ramp(64);
        foreach (var bands in (int[])[1, 2, 3, 4])
        {
            float[] values = [.. ramp.Select(value => (float)value * brightest)];
            if (odd != 0) values[77] = odd;
            var page = new TiffBytes.Page(Side, Side, bands, 32, bands < 3
                ? 1
                : 2, TiffBytes.Bytes(values.SelectMany(value => Enumerable.Repeat(value, bands))))
            {
                Format = 3,
                Extra = bands is 2 or 4 ? [2] : [],
            };
            var lightness = LightnessOf(page);
            for (var i = 0; i < values.Length; i++)
                if (i != 77)
                    Assert.Equal(
                        CieLab.LightnessOf(CieLab.Linearize(Math.Min(values[i] / white, 1))), lightness[i], 0.01f);
        }
    }

    [Theory]
    [InlineData(2, 32767)] // signed
    [InlineData(1, 65535)]
    public void Load_WholeNumbers_HaveTheWhiteOfTheirKind(int format, int white)
    {
        var ramp = Ramp(64);
        var page = new TiffBytes.Page(Side, Side, 1, 16, 1,
            TiffBytes.Bytes(ramp.Select(value => (ushort)(value * white / 2))))
        { Format = format };
        Assert.Equal(ramp.Select(value => CieLab.LightnessOf(CieLab.Linearize((float)value / 2))), LightnessOf(page),
            (expected, found) => Math.Abs(expected - found) < 0.01);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(8, 16)]
    [InlineData(9, 8)]
    [InlineData(9, 16)]
    public void Load_Lab_IsReadAsItsKindCounts(int photometric, int bits)
    {
        var ramp = Enumerable.Range(0, 101).Select(i => i / 100.0).ToArray();
        double full = (photometric, bits) switch { (_, 8) => 255, (9, _) => 65280, _ => 65535 };
        var zero = photometric == 8 ? 0 : bits == 8 ? 128 : 32768;
        ushort[] values = [
            .. ramp.SelectMany(value => (ushort[])[(ushort)Math.Round(value * full), (ushort)zero, (ushort)zero])];
        var pixels = bits == 8 ? [.. values.Select(value => (byte)value)] : TiffBytes.Bytes(values);
        var lightness = LightnessOf(new TiffBytes.Page(101, 1, 3, bits, photometric, pixels));
        for (var i = 0; i < ramp.Length; i++) Assert.Equal(100 * ramp[i], lightness[i], bits == 8 ? 0.2f : 0.01f);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(9, 8)]
    [InlineData(9, 16)]
    public void Load_Lab_HasItsColors(int photometric, int bits)
    {
        var scale = bits == 8 ? 1 : 256;
        int Stored(int chroma) => photometric == 8 ? (chroma & 0xFF) * scale : (chroma + 128) * scale;
        var full = bits == 8 ? 255 : 65280;
        ushort[] pixel = [(ushort)(full * 6 / 10), (ushort)Stored(30), (ushort)Stored(-20)];
        var values = Enumerable.Repeat(pixel, Side * Side).SelectMany(value => value);
        var page = new TiffBytes.Page(Side, Side, 3, bits, photometric, bits == 8
            ? [.. values.Select(value => (byte)value)]
            : TiffBytes.Bytes(values));
        using var photo = Photo.Load(TiffBytes.Make(page), "Lab");
        var rgb = photo.ToRgb();
        var (lightness, a, b) = CieLab.FromSrgb(rgb[0], rgb[1], rgb[2]);
        Assert.Equal(60, lightness, 0.5);
        Assert.Equal(30, a, 1.0);
        Assert.Equal(-20, b, 1.0);
    }

    [Theory]
    [InlineData(100_000, false, 1.0)]
    [InlineData(55_556, false, 1.8)]
    [InlineData(45_455, false, 0)] // as sRGB
    [InlineData(100_000, true, 0)] // something better is there
    public void Load_PngWithGamma_ObeysIt(int gamma, bool hasSrgb, double exponent)
    {
        var ramp = Ramp(64);
        foreach (var bands in (int[])[1, 2, 3, 4])
        {
            ushort[] values = [.. ramp.SelectMany(value => Enumerable.Repeat((ushort)(value * 65535), bands))];
            using var picture = Image.NewFromMemory(values, Side, Side, bands, Enums.BandFormat.Ushort)
                .Copy(interpretation: bands < 3 ? Enums.Interpretation.Grey16 : Enums.Interpretation.Rgb16);
            using var photo = Photo.Load(PngBytes.WithGamma(picture.PngsaveBuffer(), gamma, hasSrgb), "gamma");
            var lightness = photo.Lightness(Side, Side).Values;
            for (var i = 0; i < ramp.Length; i++)
            {
                var luminance = exponent == 0 ? CieLab.Linearize((float)ramp[i]) : Math.Pow(ramp[i], exponent);
                Assert.Equal(CieLab.LightnessOf((float)luminance), lightness[i], 0.02f);
            }
        }
    }

    /// <summary>Cyan, magenta, yellow and black at their most: as dark as it gets.</summary>
    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 255 })]
    [InlineData(new byte[] { 255, 255, 255, 255 })]
    public void Load_CmykWithoutAProfile_ShowsItsBlackAsBlack(byte[] ink)
    {
        var pixels = Enumerable.Repeat(ink, Side * Side).SelectMany(value => value).ToArray();
        Assert.All(
            LightnessOf(new TiffBytes.Page(Side, Side, 4, 8, 5, pixels)), lightness => Assert.InRange(lightness, 0, 8));
        Assert.All(LightnessOf(new TiffBytes.Page(Side, Side, 4, 8, 5, new byte[4 * Side * Side])),
            lightness => Assert.InRange(lightness, 99, 100.1));
    }

    private static double[] Ramp(int side) =>
        [.. Enumerable.Range(0, side * side).Select(i => i / (side * side - 1.0))];

    private static byte[] Deep(double[] values, int bands) =>
        TiffBytes.Bytes(values.SelectMany(value => Enumerable.Repeat((ushort)Math.Round(value * 65535), bands)));

    private static byte[] Floats(double[] values, int bands) =>
        TiffBytes.Bytes(values.SelectMany(value => Enumerable.Repeat((float)value, bands)));

    private static float[] LightnessOf(TiffBytes.Page page)
    {
        using var photo = Photo.Load(TiffBytes.Make(page), "page");
        return photo.Lightness(page.Width, page.Height).Values;
    }
}
