namespace Colorist.Tests;

public sealed class AtomicFileTests
{
    [Fact]
    public void Write_ThatFailsHalfway_LeavesTheEarlierFileAlone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["report.md"], "earlier");

        Assert.Throws<IOException>(() => AtomicFile.Write(folder["report.md"], beside =>
        {
            File.WriteAllText(beside, "half");
            throw new IOException("disk full");
        }));

        Assert.Equal([folder["report.md"]], Directory.GetFiles(folder.Path));
        Assert.Equal("earlier", File.ReadAllText(folder["report.md"]));
    }
}
