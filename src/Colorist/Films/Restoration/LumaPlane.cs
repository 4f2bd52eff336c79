using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>A frame's luma apart from the frame, which others may change or use again.</summary>
internal sealed class LumaPlane
{
    private readonly int width;
    private readonly int height;

    private delegate void Joining(ReadOnlySpan<ushort> one, ReadOnlySpan<ushort> other, Span<ushort> joined);

    /// <param name="frame">Its luma is copied.</param>
    /// <param name="width">Columns of the luma.</param>
    /// <param name="height">Rows of the luma.</param>
    public LumaPlane(LumaFrame frame, int width, int height)
    {
        (this.width, this.height) = (width, height);
        Codes = new ushort[width * height];
        if (frame.Luma.Length == Codes.Length) TensorPrimitives.ConvertTruncating<byte, ushort>(frame.Luma, Codes);
        else MemoryMarshal.Cast<byte, ushort>(frame.Luma).CopyTo(Codes);
    }

    /// <summary>Height×width.</summary>
    public ushort[] Codes { get; }

    /// <summary>The darkest code in the square around each pixel.</summary>
    /// <param name="reach">Pixels to each side.</param>
    public ushort[] Darkest(int reach) => Around(reach, TensorPrimitives.Min);

    /// <summary>The brightest code in the square around each pixel.</summary>
    /// <param name="reach">Pixels to each side.</param>
    public ushort[] Brightest(int reach) => Around(reach, TensorPrimitives.Max);

    /// <summary>Writes the codes into a frame's luma.</summary>
    public void CopyTo(byte[] luma)
    {
        if (luma.Length == Codes.Length) TensorPrimitives.ConvertTruncating<ushort, byte>(Codes, luma);
        else Codes.CopyTo(MemoryMarshal.Cast<byte, ushort>(luma.AsSpan()));
    }

    private ushort[] Around(int reach, Joining join)
    {
        var (along, around) = (new ushort[Codes.Length], new ushort[Codes.Length]);
        Parallel.For(0, height, y =>
        {
            ReadOnlySpan<ushort> row = Codes.AsSpan(y * width, width);
            var joined = along.AsSpan(y * width, width);
            row.CopyTo(joined);
            for (var shift = 1; shift <= Math.Min(reach, width - 1); shift++)
            {
                join(joined[shift..], row[..^shift], joined[shift..]);
                join(joined[..^shift], row[shift..], joined[..^shift]);
            }
        });
        Parallel.For(0, height, y =>
        {
            var joined = around.AsSpan(y * width, width);
            along.AsSpan(y * width, width).CopyTo(joined);
            for (var other = Math.Max(0, y - reach); other <= Math.Min(height - 1, y + reach); other++)
                join(joined, along.AsSpan(other * width, width), joined);
        });
        return around;
    }
}
