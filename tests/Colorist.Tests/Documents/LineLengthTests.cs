using System.Text.RegularExpressions;

namespace Colorist.Tests;

/// <summary>Lines of code have up to 120 characters, so that two files fit beside each other.</summary>
public sealed partial class LineLengthTests
{
    private const int Max = 120;

    private static readonly string[] Rooms = ["src", "tests", "benchmarks", "samples", "eng"];

    [Fact]
    public void Code_EveryLine_Has120CharactersOrIsAText() => Assert.Empty(Rooms
        .SelectMany(room => Directory.EnumerateFiles(Repository.Path(room), "*.cs", SearchOption.AllDirectories))
        .Where(path => !Made().IsMatch(path))
        .SelectMany(TooLong));

    private static IEnumerable<string> TooLong(string path)
    {
        var isRaw = false; // within a text of several lines, which is as it is
        foreach (var (line, i) in File.ReadLines(path).Select((line, i) => (line, i)))
        {
            if (line.Split("\"\"\"").Length % 2 == 0) isRaw = !isRaw;
            else if (!isRaw && line.Length > Max && !Text().IsMatch(line)) yield return $"{path}:{i + 1}";
        }
    }

    [GeneratedRegex(@"[/\\](obj|bin)[/\\]")]
    private static partial Regex Made();

    /// <summary>A line that is one text, alone or as an argument: there is no place to break it.</summary>
    [GeneratedRegex("""^\s*([+?:]|=>|return|yield return|\.\.)?\s*(\$|@)*".*"(u8)?[\s\])},;]*$""")]
    private static partial Regex Text();
}
