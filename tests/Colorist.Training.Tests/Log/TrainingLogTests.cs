using SkiaSharp;

namespace Colorist.Training.Tests;

public sealed class TrainingLogTests
{
    private const string Whole = """
        {"pictures": 2048, "colourLoss": 0.02, "sceneLoss": 4.6, "picturesPerSecond": 50, "waiting": 0.01}
        {"pictures": 4096, "colourLoss": 0.01, "sceneLoss": null}
        {"pictures": 4096, "validation": {"abRmse": 14.5, "greyAbRmse": 15.25, "ciede2000": 9}}

        """;

    [Fact]
    public void Read_StepsAndValidations_AreFound()
    {
        using var scratch = new TemporaryFolder();

        var log = TrainingLog.Read(Written(scratch, Whole));

        Assert.Equal([new TrainingStep(2048, 0.02, 4.6), new TrainingStep(4096, 0.01, null)], log.Steps);
        Assert.Equal([new TrainingValidation(4096, 14.5, 15.25)], log.Validations);
    }

    [Fact]
    public void Read_LastLineHalfWritten_IsLeftOut()
    {
        using var scratch = new TemporaryFolder();

        Assert.Equal(2, TrainingLog.Read(Written(scratch, Whole + """{"pictures": 60""")).Steps.Count);
    }

    [Theory]
    [InlineData("""{"pictures": 60""")]
    [InlineData("""{"colourLoss": 0.1}""")]
    [InlineData("""{"pictures": "many", "colourLoss": 0.1}""")]
    [InlineData("""{"pictures": 1, "validation": {"psnr": 20}}""")]
    [InlineData("7")]
    public void Read_LineOfSomethingElse_NamesTheLine(string line)
    {
        using var scratch = new TemporaryFolder();

        var thrown = Assert.Throws<InvalidDataException>(() => TrainingLog.Read(Written(scratch, line + "\n" + Whole)));

        Assert.Contains("line 1: expected a line of a training log", thrown.Message);
    }

    [Fact]
    public void Draw_Log_WritesAPicture()
    {
        using var scratch = new TemporaryFolder();

        LossPlot.Draw(Written(scratch, Whole), scratch["loss.png"]);

        using var plot = SKBitmap.Decode(scratch["loss.png"]);
        Assert.Equal((1000, 900), (plot.Width, plot.Height));
    }

    [Fact]
    public void Draw_OnlyAValidation_HasOnePanel()
    {
        using var scratch = new TemporaryFolder();

        LossPlot.Draw(
            Written(scratch, """{"pictures": 0, "validation": {"abRmse": 15}}""" + "\n"), scratch["loss.png"]);

        using var plot = SKBitmap.Decode(scratch["loss.png"]);
        Assert.Equal((1000, 300), (plot.Width, plot.Height));
    }

    [Fact]
    public void Draw_EmptyLog_SaysSo()
    {
        using var scratch = new TemporaryFolder();

        Assert.Throws<InvalidDataException>(() => LossPlot.Draw(Written(scratch, "\n"), scratch["loss.png"]));
    }

    private static string Written(TemporaryFolder scratch, string lines)
    {
        File.WriteAllText(scratch["log.jsonl"], lines);
        return scratch["log.jsonl"];
    }
}
