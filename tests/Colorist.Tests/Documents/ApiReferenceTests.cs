using System.Reflection;
using System.Runtime.CompilerServices;

namespace Colorist.Tests;

public sealed class ApiReferenceTests
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Library = typeof(Colorizer).Assembly;
    private static readonly XmlDocs Docs = new(Library);

    [Fact]
    public void Page_OfTheLibrary_SaysWhatItsMembersSay() => ReferencePage.Check("api.md",
    [
        "# API", "",
        "Every public type of the library, by room, and what its members are for. All are in the namespace `Colorist`.",
        "Exceptions, units and ranges stand in the documentation that editors show. Written by a test.",
        .. Library.GetExportedTypes().Where(type => !type.IsNested)
            .GroupBy(Room).OrderBy(room => room.Key, StringComparer.Ordinal).SelectMany(Lines),
    ]);

    /// <summary>The folder that holds the type's file; none for the library's own.</summary>
    private static string Room(Type type)
    {
        var root = Repository.Path("src", "Colorist");
        var file = Directory.EnumerateFiles(root, $"{type.Name}.cs", SearchOption.AllDirectories).Single();
        return Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar) is [var room, _, ..] ? room : "";
    }

    private static IEnumerable<string> Lines(IGrouping<string, Type> room) =>
    [
        "", $"## {(room.Key.Length == 0 ? "Begin here" : room.Key)}",
        .. room.OrderBy(type => (type != typeof(Colorizer), type.Name)).SelectMany(Lines),
    ];

    private static IEnumerable<string> Lines(Type type)
    {
        string[] rows = [.. Members(type).Select(member => $"| `{Signature.For(member)}` | {Docs.Summary(member)} |")];
        string[] table = rows.Length == 0 ? [] : ["", "| member | what |", "|---|---|", .. rows];
        return ["", $"### {type.Name}", "", Docs.Summary(type), .. table];
    }

    /// <summary>
    /// What somebody wrote, in the order of writing: no accessors, nothing that records get by themselves.
    /// </summary>
    private static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(Own)
        .Where(member => member is not (Type or MethodInfo { IsSpecialName: true }))
        .Where(member => member is PropertyInfo || !member.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Where(member => Docs.Summary(member).Length > 0)
        .OrderBy(member => member.MetadataToken);
}
