using System.Text.RegularExpressions;

namespace Colorist.Tests;

/// <summary>Reads the pages as a reader follows them.</summary>
public sealed partial class DocumentTests
{
    private const int MaxLength = 120; // characters of a line
    private const int UsualWords = 20; // of a sentence

    private static readonly string[] Indents = ["", "    ", "        "]; // that a sample may have more than the page

    public static TheoryData<string> Pages => [.. Document.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_Lines_FitTheScreen(string page) =>
        Assert.DoesNotContain(new Document(page).Lines(), line => line.Line.Length > MaxLength);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_Sentences_AreShortAsARule(string page)
    {
        int[] words = [.. new Document(page).Sentences().Order()];
        var median = words.Length == 0 ? 0 : words[words.Length / 2];
        if (!page.StartsWith("docs/record/", StringComparison.Ordinal)) Assert.InRange(median, 0, UsualWords);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_Links_LeadToAFileAndAHeading(string page)
    {
        Assert.All(new Document(page).Links(), link =>
        {
            var target = Repository.Path(link.File);
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{page}: expected {link.File}, found none");
            if (link.Anchor.Length > 0) Assert.Contains(link.Anchor, new Document(link.File).Anchors());
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_CSharp_IsWordForWordInTheSampleItNames(string page)
    {
        var isForUsers =
            page is "README.md" or "docs/start.md" || page.StartsWith("docs/guides/", StringComparison.Ordinal);
        Assert.All(new Document(page).CSharp(), block =>
        {
            if (block.Sample is null)
                Assert.False(isForUsers, $"{page}: expected <!-- samples/... --> above:\n{block.Code}");
            else
                Assert.True(IsIn(block.Sample, block.Code), $"{block.Sample}: expected as in {page}:\n{block.Code}");
        });
    }

    [Fact]
    public void Tests_NamedInARecord_AreThere()
    {
        var named = TestName().Matches(File.ReadAllText(Repository.Path("docs", "record", "faults.md")));
        Assert.NotEmpty(named);
        var files = Directory.EnumerateFiles(Repository.Path("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(path => Path.GetFileNameWithoutExtension(path));
        Assert.All(named,
            name => Assert.Contains(files[name.Groups[1].Value],
                file => File.ReadAllText(file).Contains($" {name.Groups[2].Value}(", StringComparison.Ordinal)));
    }

    [Fact]
    public void Pictures_OfTheDocuments_AreAllShown()
    {
        var shown = Document.Pages.SelectMany(page => new Document(page).Links()).Select(link => link.File).ToHashSet();
        var pictures = Directory.EnumerateFiles(Repository.Path("docs", "images"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Path(), file).Replace('\\', '/'));
        Assert.All(pictures, picture => Assert.Contains(picture, shown));
    }

    /// <summary>Whether a sample holds the code, further to the right as it may stand there.</summary>
    private static bool IsIn(string sample, string code)
    {
        var text = File.ReadAllText(Repository.Path(sample));
        return Indents.Any(indent => text.Contains(Line().Replace(code, indent), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex("^(?=.)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
