using System.Text.RegularExpressions;

namespace Colorist.Tests;

/// <summary>
/// Arrows between the rooms of the library point one way, and each native library is known in one room only.
/// </summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Root = Repository.Path("src", "Colorist");

    /// <summary>A room may use those of a lower number.</summary>
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Files"] = 0,
        ["Imaging"] = 1,
        ["Tones"] = 2,
        ["Models"] = 2,
        ["Hints"] = 2,
        ["Colorizer"] = 3,
        ["Photos"] = 4,
        ["Films"] = 4,
    };

    /// <summary>Back arrows that are there, room to type: each one more needs a reason here.</summary>
    private static readonly HashSet<string> Known =
    [
        // the base of all exceptions
        "Files -> ColoristException", "Imaging -> ColoristException", "Models -> ColoristException",
        "Tones -> ColoristException",
        "Imaging -> Hints", "Imaging -> HintPoint", // strokes are painted where their pixels are
        "Imaging -> NetworkShape", // rows are padded to what the network divides sides by
        "Models -> Colorizer", // a user's moods belong to the model that is loaded
        // members of these names, not the types
        "Imaging -> Fraction", "Imaging -> Segment", "Imaging -> Upright", "Imaging -> Paint", "Imaging -> Palette",
        "Hints -> Tone", "Hints -> Doubt",
    ];

    [Fact]
    public void Rooms_UseOnlyThoseBelowThem()
    {
        var sources = Files(Root).ToDictionary(file => file, Code);
        var declared = sources.SelectMany(file => Declarations().Matches(file.Value)
                .Where(match => match.Groups[1].Value == Path.GetFileNameWithoutExtension(file.Key))
                .Select(match => (Type: match.Groups[1].Value, Room: Room(file.Key))))
            .ToDictionary(pair => pair.Type, pair => pair.Room);
        var back = sources.SelectMany(file => Names().Matches(file.Value).Select(match => match.Value).Distinct()
            .Where(name => declared.TryGetValue(name, out var room) && room != Room(file.Key)
                && Floors[room] >= Floors[Room(file.Key)])
            .Select(name => $"{Room(file.Key)} -> {name}"));
        Assert.DoesNotContain(back.Distinct(), arrow => !Known.Contains(arrow));
    }

    [Theory]
    [InlineData("NetVips", "Imaging")]
    [InlineData("Microsoft.ML.OnnxRuntime", "Models")]
    public void Library_IsKnownInOneRoom(string library, string room)
    {
        var knowing = Files(Root)
            .Where(file => File.ReadAllText(file).Contains($"using {library};", StringComparison.Ordinal)).Select(Room);
        Assert.All(knowing, found => Assert.Equal(room, found));
    }

    [Theory]
    [InlineData("Colorist", "")]
    [InlineData("Colorist.Web", "Colorist")]
    [InlineData("Colorist.Cli", "Colorist.Modelling Colorist.Web")]
    [InlineData("Colorist.Modelling", "Colorist")]
    [InlineData("Colorist.Evaluation", "Colorist")]
    [InlineData("Colorist.Training", "Colorist.Evaluation Colorist.Modelling")]
    public void Project_RefersToThoseBelowIt(string project, string references)
    {
        var text = File.ReadAllText(Repository.Path("src", project, project + ".csproj"));
        var found = References().Matches(text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(references, string.Join(' ', found));
        Assert.Equal(project == "Colorist.Training", text.Contains("\"TorchSharp\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file =>
            !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains(
                $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Room(string file) =>
        Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar) is [var room, _, ..] ? room : "Colorizer";

    private static string Code(string file) => Comments().Replace(Texts().Replace(File.ReadAllText(file), "\"\""), "");

    [GeneratedRegex(@"\b(?:class|record struct|record|struct|enum|interface)\s+([A-Z]\w+)")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Names();

    [GeneratedRegex("//.*")]
    private static partial Regex Comments();

    [GeneratedRegex("\"(\\\\.|[^\"\\\\\\n])*\"")]
    private static partial Regex Texts();

    [GeneratedRegex("ProjectReference Include=\"[^\"]*/([A-Za-z.]+)\\.csproj\"")]
    private static partial Regex References();
}
