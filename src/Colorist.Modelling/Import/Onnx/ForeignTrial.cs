namespace Colorist.Modelling;

/// <summary>Tries descriptions of a graph on a test picture.</summary>
internal static class ForeignTrial
{
    private const float LargestOfSmall = 1.5f;   // a* and b* over 110 stay within 1, real ones do not
    private const double FarFromPicture = 15;    // L*
    private const double Alike = 3;              // L*: a network that hands its input on does so in any scaling

    /// <summary>Says which description fits what the graph gives; of several that fit alike, the first.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="candidates">At least one; all for the same tensors.</param>
    /// <exception cref="ModelException">ONNX Runtime cannot run the graph, or none fits.</exception>
    public static ForeignDescription Choose(string path, IReadOnlyList<ForeignDescription> candidates)
    {
        using var graph = new OnnxGraph(path, threads: 0);
        var picture = TestPicture.Lightness(candidates[0].Shape.FixedSide!.Value);
        var trials = candidates.GroupBy(candidate => candidate.Graph.Input).SelectMany(group =>
        {
            var stored = Run(graph, picture, group.First());
            return group.Select(candidate => (Candidate: candidate, Error: Error(candidate, stored, picture)));
        }).ToList();
        var error = trials.Min(trial => trial.Error);
        return error <= FarFromPicture
            ? trials.First(trial => trial.Error <= error + Alike).Candidate
            : throw new ModelException(
                path, "a picture like the test picture as it went in", $"one that is {error:f0} L* away on average")
            {
                Option = nameof(ModelImportOptions.Description),
            };
    }

    private static float[] Run(OnnxGraph graph, LightnessPlane picture, ForeignDescription description)
    {
        var (foreign, takes, side) = (description.Graph, description.Shape.Input, picture.Width);
        return graph.Run(
        [
            (foreign.Input.Name, foreign.Input.FromLightness(picture, takes),
                [1, takes == NetworkInput.Rgb ? 3 : 1, side, side]),
            .. foreign.Zeros
                .Select(zeros =>
                    (zeros.Name, new float[zeros.Channels * side * side], (long[])[1, zeros.Channels, side, side])),
        ], foreign.Output.Name)[0];
    }

    /// <summary>
    /// How far from the picture a colour picture is, in L*; of chroma, whether its size is that of a*b* or of a part of
    /// it.
    /// </summary>
    private static double Error(ForeignDescription candidate, float[] stored, LightnessPlane picture)
    {
        var foreign = candidate.Graph;
        var isSmall = Array.TrueForAll(stored, value => Math.Abs(value) <= LargestOfSmall);
        if (foreign.Gives == NetworkOutput.Chroma)
            return isSmall == foreign.Output.Deviation[0] > 1 || candidate.Shape.Input == NetworkInput.Rgb
                ? 0
                : 2 * Alike;
        var side = picture.Width / candidate.Shape.ChromaDivides;
        if (stored.Length != 3 * side * side || !Array.TrueForAll(stored, float.IsFinite))
            return double.PositiveInfinity;
        var seen = foreign.Output.ToColors(stored, foreign.Gives, side, side).Lightness!;
        return seen.Values.Zip(picture.ResizeTo(side, side).Values, (found, wanted) => (double)Math.Abs(found - wanted))
            .Average();
    }
}
