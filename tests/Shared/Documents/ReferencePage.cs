namespace Colorist.Tests;

/// <summary>
/// A page of docs/reference that is made from code. With COLORIST_WRITE_REFERENCE=1 the tests write the pages instead
/// of comparing them.
/// </summary>
internal static class ReferencePage
{
    private const int MaxLength = 118; // characters of a line of prose
    private const string Variable = "COLORIST_WRITE_REFERENCE";

    /// <param name="name">The page's file.</param>
    /// <param name="lines">What the code says.</param>
    public static void Check(string name, IEnumerable<string> lines)
    {
        var path = Repository.Path("docs", "reference", name);
        string[] expected = [.. lines.SelectMany(Wrapped)];
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(path, string.Concat(expected.Select(line => line + "\n")));
            return;
        }

        string[] found = File.Exists(path) ? File.ReadAllLines(path) : [];
        var at = expected.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            expected.SequenceEqual(found),
            $"docs/reference/{name}, line {at + 1}: expected \"{expected.ElementAtOrDefault(at)}\", as the code says, "
            + $"found \"{found.ElementAtOrDefault(at)}\"; {Variable}=1 writes the page");
    }

    private static IEnumerable<string> Wrapped(string line)
    {
        while (line.Length > MaxLength && !line.StartsWith('|'))
        {
            var at = line.LastIndexOf(' ', MaxLength);
            yield return line[..at];
            line = line[(at + 1)..];
        }

        yield return line;
    }
}
