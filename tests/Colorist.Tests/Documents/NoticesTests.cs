using Colorist.Engineering;

namespace Colorist.Tests;

public sealed class NoticesTests
{
    [Fact]
    public void Notices_OfThePackagesThatAreRestored_AreAsWritten()
    {
        Assert.SkipUnless(File.Exists(Repository.Path("src", "Colorist.Training", "obj", "project.assets.json")),
            "colorist-train was not restored");
        Assert.Equal(
            File.ReadAllText(Repository.Path("THIRD-PARTY-NOTICES.md")), ThirdPartyNotices.Write(Repository.Path()));
    }
}
