namespace Colorist.Tests;

public sealed class FileFaultTests
{
    [Fact]
    public void FindWriting_FullDisk_SaysSo()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        Assert.Equal("no space left on the disk", FileFault.FindWriting("/dev/full"));
    }

    [Fact]
    public void FindWriting_FileThatCanBeWritten_IsNoFault()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(FileFault.FindWriting(folder["a"]));
        Assert.NotNull(FileFault.FindWriting(folder.Path));
    }
}
