namespace Colorist.Evaluation.Tests;

public sealed class ForcedChoiceTests : IDisposable
{
    private const int Side = 24;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_TruthAgainstGrey_ShowsEachOnTheSideThatTheKeyNames()
    {
        Study(pairs: 12);
        var key = Key();
        Assert.Equal(12, key.Count);
        Assert.Equal(12, key.Select(pair => pair[1]).Distinct().Count());
        // by lot: both on the left at times
        Assert.Equal(["grey", "truth"], key.Select(pair => pair[2]).Distinct().Order());
        Assert.All(key, pair => Assert.Equal(["grey", "truth"], pair[2..].Order()));
        Assert.Equal(10, Rows("sheet-1.png"));
        Assert.Equal(2, Rows("sheet-2.png"));

        using var sheet = Photo.Load(folder["sheet-1.png"]);
        Assert.Equal(key.Take(10).Select(pair => pair[2] == "truth"), Enumerable.Range(0, 10)
            .Select(row => IsColored(sheet, 8 + Side / 2, row)));
        Assert.Equal(key.Take(10).Select(pair => pair[3] == "truth"), Enumerable.Range(0, 10)
            .Select(row => IsColored(sheet, 16 + 3 * Side / 2, row)));
    }

    [Fact]
    public void Count_Answers_GoesByTheKey()
    {
        Study(pairs: 5);
        var always = string.Concat(Key().Select(pair => pair[2] == "truth" ? 'L' : 'r'));
        Assert.Equal([("truth", 5), ("grey", 0)], ForcedChoice.Count(folder.Path, always));
        var once = (always[0] == 'L' ? 'R' : 'L') + " " + always[1..];
        Assert.Equal([("truth", 4), ("grey", 1)], ForcedChoice.Count(folder.Path, once));
    }

    [Fact]
    public void Count_WrongNumberOfAnswersOrNoKey_SaysSo()
    {
        Assert.Contains("key.csv", Assert.Throws<DataException>(() => ForcedChoice.Count(folder.Path, "L")).Message,
            StringComparison.Ordinal);
        Study(pairs: 3);
        Assert.EndsWith("key.csv: expected 3 answers (L or R), found 2",
            Assert.Throws<DataException>(() => ForcedChoice.Count(folder.Path, "LR")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FewerPicturesThanToDrawFrom_SaysSoAndWritesNothing()
    {
        var fault = Assert.Throws<DataException>(() => Study(pairs: 12, among: 20));
        Assert.Contains("expected pairs drawn from 20 readable pictures, found ", fault.Message,
            StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private void Study(int pairs, int among = 12) => ForcedChoice.Write(
        folder.Path, new Gradients(12, Side, Side), ("truth", null),
        ("grey", new Evaluator(photo => photo.WithoutColor())), pairs, among, seed: 3);

    private List<string[]> Key() => [.. File.ReadLines(folder["key.csv"]).Skip(1).Select(line => line.Split(','))];

    private int Rows(string name)
    {
        using var sheet = Photo.Load(folder[name]);
        return (sheet.Height - 28) / (Side + 28);
    }

    private static bool IsColored(Photo sheet, int x, int row)
    {
        var pixel = sheet.ToRgb().AsSpan(3 * ((28 + row * (Side + 28) + Side / 2) * sheet.Width + x), 3);
        return Math.Abs(pixel[0] - pixel[1]) + Math.Abs(pixel[1] - pixel[2]) > 4;
    }
}
