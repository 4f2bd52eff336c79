namespace Colorist.Evaluation.Tests;

public sealed class EvaluatorTests
{
    private static readonly Evaluator LeavesGrey = new(photo => photo.WithoutColor());
    private static readonly Evaluator Cheats = new(photo => Photo.FromRgb(photo.Width, photo.Height, photo.ToRgb()));

    [Fact]
    public async Task Run_ModelThatLeavesGrey_ScoresAsTheFloor()
    {
        var result = await Run(LeavesGrey, new Gradients(5));

        Assert.Equal(result.Floor, result.Model);
        Assert.Equal(0, result.ColorfulnessRatio);
        Assert.True(result.Model.Ciede2000 > 1);
        Assert.Null(result.Top1);
    }

    [Fact]
    public async Task Run_ModelThatKnowsTheTruth_ScoresNoError()
    {
        var result = await Run(Cheats, new Gradients(5));

        Assert.Equal((Measures.MaxDecibels, 0, 0), (result.Model.Psnr, result.Model.AbRmse, result.Model.Ciede2000));
        Assert.Equal(1, result.Model.Ssim, tolerance: 1e-9);
        Assert.Equal(1, result.ColorfulnessRatio, tolerance: 1e-9);
        Assert.True(result.Floor.Psnr < 40);
    }

    [Fact]
    public async Task Run_SeveralAtOnce_KeepsTheOrderOfTheDataSet()
    {
        var result = await Run(LeavesGrey, new Gradients(20), new EvaluationOptions { Parallelism = 4 });

        Assert.Equal(Enumerable.Range(0, 20), result.Pictures.Select(picture => picture.Index));
        Assert.Equal("forest/13.png", result.Pictures[13].Name);
    }

    [Fact]
    public void MeanScene_OfPictures_IsTheMeanOfTheirs()
    {
        using var colorizer = Colorizer.Load(Repository.ShippedModel, new() { RenderSide = 32 });
        var scene = Evaluator.MeanScene(colorizer, new Gradients(3));
        var expected = new Gradients(3).Read(shuffleSeed: null).Select(picture =>
        {
            using var photo = Photo.Load(picture.Encoded, picture.Name);
            return colorizer.Describe(photo).Vector;
        }).ToList();
        Assert.NotEqual(expected[0], expected[2]);
        for (var i = 0; i < scene.Vector.Length; i++)
            Assert.Equal(expected.Average(vector => vector[i]), scene.Vector[i], tolerance: 1e-3);
    }

    [Fact]
    public async Task Run_ThatKeepsPictures_WritesTruthAndColorsUnderOneNumberAndNeverTwice()
    {
        using var folder = new TemporaryFolder();
        var options = new EvaluationOptions { PicturesTo = folder.Path };
        await Run(LeavesGrey, new Gradients(3), options);
        Assert.Equal(["000000.png", "000001.png", "000002.png"], Directory.GetFiles(folder["truth"])
            .Select(Path.GetFileName).Order());
        using var truth = Photo.Load(folder["truth/000001.png"]);
        using var colored = Photo.Load(folder["coloured/000001.png"]);
        Assert.True(truth.HasColor());
        using var grey = truth.WithoutColor();
        Assert.Equal(grey.ToRgb(), colored.ToRgb());

        var again = await Assert.ThrowsAsync<DataException>(() => Run(LeavesGrey, new Gradients(3), options));
        Assert.Equal($"{folder["truth"]}: expected no folder of pictures yet, found one", again.Message);
    }

    [Fact]
    public async Task Run_LabelsInAnotherOrder_AreMatchedByName()
    {
        var evaluator =
            new Evaluator(photo => (photo.WithoutColor(), [0.7f, 0.2f, 0.1f]), ["forest", "kitchen", "beach"]);

        var result = await Run(evaluator, new Gradients(4));

        Assert.Equal([3, 1, 3, 1], result.Pictures.Select(picture => picture.SceneRank));
        Assert.Equal((0.5, 1.0, 3), (result.Top1, result.Top5, result.LabelCount));
    }

    [Fact]
    public async Task Run_SceneThatTheModelDoesNotKnow_HasNoRank()
    {
        var result = await Run(new Evaluator(photo => (photo.WithoutColor(), [1]), ["beach"]), new Gradients(2));

        Assert.Equal([1, null], result.Pictures.Select(picture => picture.SceneRank));
    }

    [Fact]
    public async Task Run_UnreadablePicture_IsSkippedAndNamed()
    {
        var result = await Run(LeavesGrey, new Gradients(4, broken: 2));

        Assert.Equal([0, 1, 3], result.Pictures.Select(picture => picture.Index));
        Assert.Contains("beach/2.png", Assert.Single(result.Skipped).Reason);
    }

    [Fact]
    public async Task Run_PictureSmallerThanTheWindow_IsSkippedAndNamed()
    {
        var thrown = await Assert.ThrowsAsync<DataException>(() => Run(LeavesGrey, new Gradients(1, width: 10)));

        Assert.Contains("beach/0.png: expected at least 11 pixels on each side, found 10×16", thrown.Message);
    }

    [Fact]
    public async Task Run_Stopped_KeepsWhatIsMeasuredWhereAsked()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Stopping(stop);
        var options = new EvaluationOptions { Parallelism = 1 };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => LeavesGrey.Run(new Gradients(6), options, progress, stop.Token));

        using var again = new CancellationTokenSource();
        var result = await LeavesGrey.Run(
            new Gradients(6), options with { KeepsPartWhenStopped = true }, new Stopping(again), again.Token);
        Assert.Equal([0, 1], result.Pictures.Select(picture => picture.Index));
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value == 2) stop.Cancel();
        }
    }

    [Fact]
    public async Task Run_WithSide_ComparesSquares()
    {
        var result = await Run(LeavesGrey, new Gradients(3), new EvaluationOptions { Side = 32, MaxPictures = 2 });

        Assert.Equal([32 * 32, 32 * 32], result.Pictures.Select(picture => picture.Model.Pixels));
    }

    [Fact]
    public async Task Run_WithLongestSide_ReducesOnlyLargerPictures()
    {
        var reduced = await Run(LeavesGrey, new Gradients(1), new EvaluationOptions { LongestSide = 18 });
        var kept = await Run(LeavesGrey, new Gradients(1), new EvaluationOptions { LongestSide = 100 });

        Assert.Equal((18 * 12, 24 * 16), (reduced.Model.Pixels, kept.Model.Pixels));
    }

    [Fact]
    public async Task Run_ModelThatFails_FailsWithItsOwnException()
    {
        var broken = new Evaluator((Func<Photo, Photo>)(_ => throw new InvalidOperationException("no memory")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(broken, new Gradients(3)));
    }

    [Fact]
    public async Task Run_OptionsOutOfRange_AreRefused()
    {
        EvaluationOptions[] wrong = [new() { Side = 10 }, new() { LongestSide = 10 }, new() { MaxPictures = 0 },
            new() { Parallelism = 0 }];

        foreach (var options in wrong)
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Run(LeavesGrey, new Gradients(1), options));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Run(LeavesGrey, new Gradients(1), new() { Side = 256, LongestSide = 256 }));
    }

    [Fact]
    public void Color_SomePictures_GivesJustThose()
    {
        var colored = Cheats.Color(new Gradients(9), new HashSet<int> { 2, 7, 99 });

        Assert.Equal([2, 7], colored.Keys.Order());
        Assert.Equal(colored[7].Truth.Pixels, colored[7].Predicted.Pixels);
        Assert.NotEqual(colored[7].Truth.Pixels, colored[2].Truth.Pixels);
        Assert.All(colored[7].Grey.Pixels.Chunk(3), pixel => Assert.Single(pixel.Distinct()));
    }

    private static Task<EvaluationResult> Run(
        Evaluator evaluator, Gradients source, EvaluationOptions? options = null) =>
        evaluator.Run(source, options, cancellation: TestContext.Current.CancellationToken);
}
