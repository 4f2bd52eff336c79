namespace Colorist.Tests;

/// <summary>
/// Small graphs with the interfaces of other projects' networks, whose colours can be told in advance.
/// </summary>
internal static class ForeignFiles
{
    /// <summary>a* = L*/4 − 5, b* = 20 − L*/5, in parts of <paramref name="of"/>.</summary>
    public static OnnxFile Zhang(int side, float of, bool isFirst = false)
    {
        if (!isFirst) return Plain(side, of, "ab");
        return Plain(side, of, "raw").Weights("zero", [1], 0)
            .Node("Softmax", ["raw"], "likely").Node("Mul", ["likely", "zero"], "nothing")
            .Node("Add", ["raw", "nothing"], "ab");
    }

    /// <summary>
    /// The same with hints and a mask, which count a great deal where they are not 0; colours in parts of 110.
    /// </summary>
    public static OnnxFile ZhangWithHints(int side) => Plain(side, of: 110, "raw")
        .Input("hints", 1, 2, side, side).Input("mask", 1, 1, side, side)
        .Node("Concat", ["hints", "mask"], "given", attributes: Axis())
        .Mixture("given", "more", [[50, 0, 0], [0, 50, 50]], [1e-6f, 0])
        .Node("Add", ["raw", "more"], "ab");

    private static OnnxFile Plain(int side, float of, string output) => new OnnxFile().Input("L", 1, 1, side, side)
        .Output("ab", 1, 2, side, side)
        .Mixture("L", output, [[0.25f / of], [-0.2f / of]], [-5 / of, 20 / of]);

    /// <summary>a* = 40 × red − 10, b* = 30 × blue.</summary>
    public static OnnxFile DDColor(int side) => new OnnxFile().Input("image", 1, 3, side, side)
        .Output("ab", 1, 2, side, side)
        .Mixture("image", "ab", [[40, 0, 0], [0, 0, 30]], [-10, 0]);

    /// <summary>
    /// The picture with a little more red and less blue: 0.08 of 1; scaled as DeOldify is, or otherwise.
    /// </summary>
    /// <param name="side">Of its square.</param>
    /// <param name="mean">Of the input, each channel.</param>
    /// <param name="deviation">Of the input, each channel.</param>
    /// <param name="given">
    /// How much of the output is 1, the most that comes out; null for the input's own mean and deviation.
    /// </param>
    public static OnnxFile DeOldify(int side, float[] mean, float[] deviation, float? given = null)
    {
        float[][] matrix = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
        var terms = new float[3];
        float[] tint = [0.08f, 0, -0.08f];
        for (var c = 0; c < 3; c++)
        {
            // value = stored × deviation + mean + tint, stored again
            matrix[c][c] = given is null ? 1 : deviation[c] * given.Value;
            terms[c] = given is null ? tint[c] / deviation[c] : (mean[c] + tint[c]) * given.Value;
        }
        var file = new OnnxFile().Input("input", 0, 3, side, side).Output("out", 0, 3, side, side);
        return given is not { } most
            ? file.Mixture("input", "out", matrix, terms)
            : file.Mixture("input", "raw", matrix, terms).Weights("least", [], 0).Weights("most", [], most)
                .Node("Clip", ["raw", "least", "most"], "out");
    }

    private static byte[] Axis() => [0x0a, 4, .. "axis"u8, 0x18, 1, 0xa0, 1, 2]; // name, i = 1, type = INT
}
