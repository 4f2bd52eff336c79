using System.Text.RegularExpressions;

namespace Colorist.Tests;

/// <summary>A page of Markdown, as far as the tests read it.</summary>
/// <param name="path">From the project's folder on.</param>
internal sealed partial class Document(string path)
{
    /// <summary>README, CONTRIBUTING and all pages of docs.</summary>
    public static IEnumerable<string> Pages => Directory
        .EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Path(), file).Replace('\\', '/'))
        .Prepend("CONTRIBUTING.md").Prepend("README.md");

    public string Text { get; } = File.ReadAllText(Repository.Path(path));

    /// <summary>
    /// Where links and pictures lead, from the project's folder on, with what follows #; no addresses of the web.
    /// </summary>
    public IEnumerable<(string File, string Anchor)> Links() => Link().Matches(WithoutCode())
        .Select(match => match.Groups[1].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal))
        .Select(target => target.Split('#'))
        .Select(parts => (parts[0].Length == 0 ? path : FromHere(parts[0]), parts.Length > 1 ? parts[1] : ""));

    /// <summary>What a link may say after # to lead to a heading, as GitHub names them.</summary>
    public IEnumerable<string> Anchors() => Heading().Matches(WithoutCode())
        .Select(match => Dropped().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>Blocks of C#, each with the sample that the comment above it names, if any.</summary>
    public IEnumerable<(string? Sample, string Code)> CSharp() => Block().Matches(Text)
        .Select(match => (match.Groups[1].Success ? match.Groups[1].Value : null, match.Groups[2].Value));

    /// <summary>Lines with their numbers, from 1 on, but for those of tables and with addresses.</summary>
    public IEnumerable<(int Number, string Line)> Lines() =>
        Text.Split('\n').Index().Select(line => (line.Index + 1, line.Item))
        .Where(line => !line.Item.StartsWith('|') && !line.Item.Contains("://", StringComparison.Ordinal));

    /// <summary>Numbers of words of the sentences outside tables and code.</summary>
    public IEnumerable<int> Sentences() => Paragraph().Split(Prose())
        .SelectMany(paragraph => End().Split(Target().Replace(paragraph, "]")))
        .Select(sentence => Word().Count(sentence)).Where(words => words > 2);

    private string Prose() =>
        string.Join('\n', WithoutCode().Split('\n').Select(line => line is ['|' or '#' or '!' or '<', ..] ? "" : line));

    private string WithoutCode() => Fence().Replace(Text, "");

    private string FromHere(string target) => Path.GetRelativePath(
        Repository.Path(), Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.Path(path))!, target)))
            .Replace('\\', '/');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex Target();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex Dropped();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?:<!-- (samples/\S+) -->\n)?```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\n\s*\n|\n\s*(?:- |\d+\. )")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"(?<=[.!?:;])[""*)]*\s+(?=[A-Z0-9`""(\[*])")]
    private static partial Regex End();

    [GeneratedRegex(@"[\w`'’*\\.-]+")]
    private static partial Regex Word();
}
