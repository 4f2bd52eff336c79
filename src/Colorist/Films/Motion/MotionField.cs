namespace Colorist;

/// <summary>Where each pixel of one frame is found in another.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="X">Columns to the right, height×width.</param>
/// <param name="Y">Rows down, height×width.</param>
internal sealed record MotionField(int Width, int Height, float[] X, float[] Y)
{
    /// <summary>Fetches a plane of the other frame to where its things are in this one, interpolated.</summary>
    public float[] Fetch(float[] plane)
    {
        var result = new float[plane.Length];
        for (int y = 0, i = 0; y < Height; y++)
            for (var x = 0; x < Width; x++, i++)
            {
                float fromX = Math.Clamp(x + X[i], 0, Width - 1), fromY = Math.Clamp(y + Y[i], 0, Height - 1);
                int left = Math.Min((int)fromX, Width - 2), top = Math.Min((int)fromY, Height - 2);
                float shareX = fromX - left, shareY = fromY - top;
                var at = top * Width + left;
                var above = plane[at] + shareX * (plane[at + 1] - plane[at]);
                var below = plane[at + Width] + shareX * (plane[at + Width + 1] - plane[at + Width]);
                result[i] = above + shareY * (below - above);
            }

        return result;
    }

    /// <summary>From this frame to the other and on, along a field of the other.</summary>
    public MotionField Then(MotionField next) => new(Width, Height, Sum(X, Fetch(next.X)), Sum(Y, Fetch(next.Y)));

    private static float[] Sum(float[] one, float[] other) => [.. one.Zip(other, (first, second) => first + second)];
}
