namespace Colorist;

/// <summary>
/// Scales a plane up by Catmull-Rom interpolation (Keys 1981, a = −1/2) between the centres of its values.
/// </summary>
/// <remarks>Not libvips' resize, which moves a plane that it enlarges by half a new pixel.</remarks>
internal static class Bicubic
{
    public static float[] Enlarge(int width, int height, float[] values, int newWidth, int newHeight)
    {
        var wide = new float[height * newWidth];
        for (var y = 0; y < height; y++) EnlargeLine(values, y * width, 1, width, wide, y * newWidth, 1, newWidth);
        var result = new float[newHeight * newWidth];
        for (var x = 0; x < newWidth; x++) EnlargeLine(wide, x, newWidth, height, result, x, newWidth, newHeight);
        return result;
    }

    private static void EnlargeLine(
        float[] from, int first, int stride, int count, float[] to, int newFirst, int newStride, int newCount)
    {
        var scale = (double)count / newCount;
        float At(int index) => from[first + Math.Clamp(index, 0, count - 1) * stride];
        for (var i = 0; i < newCount; i++)
        {
            var place = (i + 0.5) * scale - 0.5;
            var index = (int)Math.Floor(place);
            var t = (float)(place - index);
            float before = At(index - 1), left = At(index), right = At(index + 1), after = At(index + 2);
            to[newFirst + i * newStride] = left + t / 2 * (right - before
                + t * (2 * before - 5 * left + 4 * right - after + t * (3 * (left - right) + after - before)));
        }
    }
}
