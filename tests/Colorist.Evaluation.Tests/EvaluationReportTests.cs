using SkiaSharp;

namespace Colorist.Evaluation.Tests;

public sealed class EvaluationReportTests
{
    private static readonly Scores Model = new(100, 22.5, 12, 8, 0.9, 60, 30);
    private static readonly Scores Grey = new(100, 20.25, 15, 10, 0.8, 59, 0);

    private static readonly EvaluationResult Result = new(
        [new(0, "odd, \"name\".png", Model, Grey, 40, SceneRank: 3), new(1, "b.png", Model, Grey, 40, SceneRank: null)],
        [new SkippedPicture("c.png", "c.png: expected a picture, found 3 bytes")],
        labelCount: 50,
        new EvaluationOptions { Side = 256 });

    [Fact]
    public void WriteMarkdown_Result_ShowsTheFloorBesideEveryScore()
    {
        using var folder = new TemporaryFolder();

        EvaluationReport.WriteMarkdown(folder["report.md"], Result, "small on val", "Recipe small.");

        var lines = File.ReadAllLines(folder["report.md"]);
        Assert.Equal("# small on val", lines[0]);
        Assert.Contains("2 pictures, scaled to 256×256; 1 skipped.", lines);
        Assert.Contains("| PSNR of RGB, dB, higher is better | 22.50 | 20.25 |  |", lines);
        Assert.Contains("| colourfulness | 30.0 | 0.0 | 40.0 |", lines);
        Assert.Contains("| colourfulness, ratio to the truth | 0.75 | 0 | 1 |", lines);
        Assert.Contains("| scene, top 5 | 100.0 % | 10.0 % |  |", lines);
        Assert.Contains("- c.png: expected a picture, found 3 bytes", lines);
    }

    [Fact]
    public void WriteCsv_Result_HasALineForEachPicture()
    {
        using var folder = new TemporaryFolder();

        EvaluationReport.WriteCsv(folder["report.csv"], Result);

        var lines = File.ReadAllLines(folder["report.csv"]);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("name,pixels,psnr,greyPsnr,", lines[0]);
        Assert.StartsWith("\"odd, \"\"name\"\".png\",100,22.5000,20.2500,12.0000,15.0000,8.0000,10.0000,", lines[1]);
        Assert.EndsWith(",30.0000,40.0000,3", lines[1]);
        Assert.EndsWith(",30.0000,40.0000,", lines[2]);
        Assert.Equal(lines[0].Split(',').Length, lines[2].Split(',').Length);
    }

    [Fact]
    public void ToDictionary_Result_HasTheFloorAndTheScenes()
    {
        var scores = Result.ToDictionary();

        Assert.Equal((12, 15, 0, 1), (scores["abRmse"], scores["greyAbRmse"], scores["top1"], scores["top5"]));
    }

    [Fact]
    public async Task Sheet_ManyPictures_ShowsBestMiddleAndWorst()
    {
        using var folder = new TemporaryFolder();
        var (source, evaluator) = (new Gradients(9), new Evaluator(photo => photo.WithoutColor()));
        var result = await evaluator.Run(source, cancellation: TestContext.Current.CancellationToken);

        EvaluationSheet.Write(folder["sheet.png"], evaluator, source, result, each: 2);

        using var sheet = SKBitmap.Decode(folder["sheet.png"]);
        Assert.Equal((8 + 3 * (24 + 8), 8 + 20 + 6 * (16 + 20 + 8)), (sheet.Width, sheet.Height));
        var sorted = result.Pictures.OrderBy(picture => picture.Model.Ciede2000).Select(picture => picture.Index)
            .ToArray();
        Assert.Equal(TruePixel(sorted[0]), sheet.GetPixel(8 + 2 * 32, 28));
        Assert.Equal(TruePixel(sorted[^1]), sheet.GetPixel(8 + 2 * 32, 28 + 5 * 44));

        SKColor TruePixel(int index)
        {
            var pixels = evaluator.Color(source, new HashSet<int> { index })[index].Truth.Pixels;
            return new SKColor(pixels[0], pixels[1], pixels[2]);
        }
    }

    [Fact]
    public async Task Sheet_FewPictures_ShowsEachOnce()
    {
        using var folder = new TemporaryFolder();
        var (source, evaluator) = (new Gradients(2), new Evaluator(photo => photo.WithoutColor()));
        var result = await evaluator.Run(source, cancellation: TestContext.Current.CancellationToken);

        EvaluationSheet.Write(folder["sheet.png"], evaluator, source, result);

        using var sheet = SKBitmap.Decode(folder["sheet.png"]);
        Assert.Equal(8 + 20 + 2 * (16 + 20 + 8), sheet.Height);
    }
}
