using System.Runtime.InteropServices;

namespace Colorist.Tests;

public sealed class FramePainterTests
{
    [Theory]
    [InlineData(8, false)]
    [InlineData(10, false)]
    [InlineData(8, true)]
    public void Paint_AnyLuma_KeepsEveryCode(int bits, bool sideBySide)
    {
        var layout = new FrameLayout(7, 5, Even: true, sideBySide, bits);
        var luma = new byte[7 * 5 * layout.BytesPerValue];
        new Random(8).NextBytes(luma);
        if (bits == 10)
            foreach (ref var code in MemoryMarshal.Cast<byte, ushort>(luma.AsSpan())) code &= 1023;
        var frame = new byte[layout.Bytes];
        new FramePainter(VideoSignal.For("bt709", false, bits), layout).Paint(luma, Pictures.Flat(30, -20), frame);
        var row = 7 * layout.BytesPerValue;
        for (var y = 0; y < 5; y++)
            for (var left = 0; left < layout.FrameWidth; left += layout.PictureWidth)
                Assert.Equal(
                    luma.AsSpan(y * row, row),
                    frame.AsSpan((y * layout.FrameWidth + left) * layout.BytesPerValue, row));
    }

    [Fact]
    public void Paint_WithoutColor_GivesGreyChroma()
    {
        var layout = new FrameLayout(8, 6, Even: true, SideBySide: false, Bits: 8);
        var luma = new byte[48];
        new Random(9).NextBytes(luma);
        var frame = new byte[layout.Bytes];
        new FramePainter(VideoSignal.For("smpte170m", true, 8), layout).Paint(luma, Pictures.Flat(0, 0), frame);
        Assert.All(frame[48..], code => Assert.Equal(128, code));
    }
}
