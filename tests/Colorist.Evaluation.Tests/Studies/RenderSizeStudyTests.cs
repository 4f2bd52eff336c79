namespace Colorist.Evaluation.Tests;

public sealed class RenderSizeStudyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public RenderSizeStudyTests()
    {
        ModelExport.Write(folder["model"], Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny));
        Directory.CreateDirectory(folder["photos"]);
        foreach (var picture in new Gradients(2, width: 96, height: 64).Read(shuffleSeed: null))
            File.WriteAllBytes(folder[$"photos/colour-{Path.GetFileName(picture.Name)}"], picture.Encoded);
        File.WriteAllText(folder["photos/notes.txt"], "not a picture");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Write_TwoSides_GivesARowForEachAndTheFloor()
    {
        await Write(folder["photos"], 32, 64);

        var lines = await File.ReadAllLinesAsync(folder["study.md"], TestContext.Current.CancellationToken);
        Assert.Contains("2 photographs", lines[2]);
        Assert.Equal(["32", "64", "left grey"], lines[^3..].Select(line => line.Split('|')[1].Trim()));
        Assert.NotEqual(lines[^3][5..], lines[^2][5..]);
    }

    private Task Write(string photos, params int[] sides) =>
        RenderSizeStudy.Write(folder["study.md"], folder["model"], PictureSource.Open(photos), sides,
            cancellation: TestContext.Current.CancellationToken);
}
