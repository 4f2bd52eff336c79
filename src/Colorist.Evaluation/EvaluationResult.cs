namespace Colorist.Evaluation;

/// <summary>What an evaluation found about a model.</summary>
public sealed class EvaluationResult
{
    /// <summary>Averages the pictures.</summary>
    /// <param name="pictures">At least one, in the data set's order.</param>
    /// <param name="skipped">Pictures that could not be evaluated.</param>
    /// <param name="labelCount">Number of scene labels that the model chooses from; 0 when it knows none.</param>
    /// <param name="options">Which pictures were taken, and at which size.</param>
    /// <exception cref="ArgumentException">There is no picture.</exception>
    public EvaluationResult(
        IReadOnlyList<PictureScores> pictures, IReadOnlyList<SkippedPicture> skipped, int labelCount,
        EvaluationOptions options)
    {
        (Pictures, Skipped, LabelCount, Options) = (pictures, skipped, labelCount, options);
        Model = Scores.Average([.. pictures.Select(picture => picture.Model)]);
        Floor = Scores.Average([.. pictures.Select(picture => picture.Floor)]);
        TrueColorfulness = pictures.Average(picture => picture.TrueColorfulness);
        int[] ranks = [.. pictures.Select(picture => picture.SceneRank).OfType<int>()];
        (Top1, Top5) = (SceneRank.Top(1, ranks), SceneRank.Top(5, ranks));
    }

    /// <summary>The pictures, in the data set's order.</summary>
    public IReadOnlyList<PictureScores> Pictures { get; }

    /// <summary>The pictures that could not be evaluated.</summary>
    public IReadOnlyList<SkippedPicture> Skipped { get; }

    /// <summary>Number of scene labels that the model chooses from; 0 when it knows none.</summary>
    public int LabelCount { get; }

    /// <summary>Which pictures were taken, and at which size.</summary>
    public EvaluationOptions Options { get; }

    /// <summary>The coloured pictures, averaged as <see cref="Scores.Average"/> says.</summary>
    public Scores Model { get; }

    /// <summary>The same pictures left grey.</summary>
    public Scores Floor { get; }

    /// <summary>Mean colourfulness of the true pictures.</summary>
    public double TrueColorfulness { get; }

    /// <summary>
    /// Mean colourfulness of the coloured pictures over that of the true ones: below 1 is pale, above 1 gaudy.
    /// </summary>
    public double ColorfulnessRatio => Model.Colorfulness / TrueColorfulness;

    /// <summary>Share 0..1 of labelled pictures whose scene the model names first; null when there is none.</summary>
    public double? Top1 { get; }

    /// <summary>
    /// Share 0..1 of labelled pictures whose scene is among the model's first five; null when there is none.
    /// </summary>
    public double? Top5 { get; }

    /// <summary>The averages by name, for a model's card or a line of a training log.</summary>
    public IReadOnlyDictionary<string, double> ToDictionary()
    {
        var scores = new Dictionary<string, double>
        {
            ["pictures"] = Pictures.Count,
            ["psnr"] = Model.Psnr,
            ["greyPsnr"] = Floor.Psnr,
            ["abRmse"] = Model.AbRmse,
            ["greyAbRmse"] = Floor.AbRmse,
            ["ciede2000"] = Model.Ciede2000,
            ["greyCiede2000"] = Floor.Ciede2000,
            ["ssim"] = Model.Ssim,
            ["greySsim"] = Floor.Ssim,
            ["lightnessPsnr"] = Model.LightnessPsnr,
            ["colourfulness"] = Model.Colorfulness,
            ["trueColourfulness"] = TrueColorfulness,
        };
        if (Top1 is { } top1) scores["top1"] = top1;
        if (Top5 is { } top5) scores["top5"] = top5;
        return scores;
    }
}
