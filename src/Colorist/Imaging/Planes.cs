using NetVips;

namespace Colorist.Imaging;

/// <summary>What lightness and chroma planes share: planes of floats, height×width, row after row.</summary>
internal static class Planes
{
    public static float[] Checked(int width, int height, float[] values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return values.Length == (long)width * height
            ? values
            : throw new ArgumentException($"expected {width}×{height} values, found {values.Length}", name);
    }

    public static unsafe float[] Resize(int width, int height, float[] values, int newWidth, int newHeight, float lowest, float highest)
    {
        fixed (float* first = values)
        {
            using var plane = Image.NewFromMemory((nint)first, (ulong)values.LongLength * sizeof(float), width, height, 1, Enums.BandFormat.Float);
            using var resized = plane.Resize((double)newWidth / width, Enums.Kernel.Cubic, vscale: (double)newHeight / height);
            var result = resized.WriteToMemory<float>();
            for (var i = 0; i < result.Length; i++) result[i] = Math.Clamp(result[i], lowest, highest);
            return result;
        }
    }
}
