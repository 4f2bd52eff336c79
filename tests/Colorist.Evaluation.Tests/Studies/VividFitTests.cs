namespace Colorist.Evaluation.Tests;

public sealed class VividFitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>
    /// The truth of each picture is what the model finds, at a ratio: the curve must find that ratio, and nothing where
    /// it is 1.
    /// </summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1.6f, 1.4f)]
    public void Curve_TruthIsMoreVividThanTheModel_RisesTowardsIt(float ratio, float leastRatio)
    {
        using var colorizer = Colorizer.Load(Repository.Path("models", "iizuka-half"), new() { RenderSide = 96 });
        using var sample = Photo.Load(Repository.Path("samples", "camera.png"));
        using var grey = Photo.FromLightness(sample.Lightness(96, 96));
        using var truth = grey.WithChroma(colorizer.Predict(grey).Chroma.Scaled(ratio));
        truth.Save(folder["truth.png"]);
        var fit = new VividFit();
        fit.Add(colorizer, new LabelledPicture("truth.png", File.ReadAllBytes(folder["truth.png"]), null));
        var curve = fit.Curve(maxRise: 0);

        Assert.Equal(0, curve[0]);
        Assert.Equal(curve.Order(), curve);
        var place = 6; // chroma 12, of which that sky and lawn have much
        Assert.InRange(curve[place] / (place * ChromaCurve.Step), leastRatio, ratio + 0.15);
    }
}
