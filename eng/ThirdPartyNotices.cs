using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Colorist.Engineering;

/// <summary>
/// Writes the page of other people's work that the products carry, from the packages that were restored for them.
/// </summary>
internal static partial class ThirdPartyNotices
{
    private static readonly string[] Products = ["Colorist", "Colorist.Cli", "Colorist.Training", "Colorist.Web"];

    /// <param name="repository">The project's folder; its products are restored.</param>
    /// <returns>The page, Markdown.</returns>
    public static string Write(string repository)
    {
        var packages = Products.Select(
            product => Path.Combine(repository, "src", product, "obj", "project.assets.json")).Where(File.Exists)
            .SelectMany(Packages).DistinctBy(package => package.Name)
            .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var text = new StringBuilder("""
            # Third-party notices

            Colorist is under the MIT licence, see LICENSE. Its packages need, and some carry, the work of others.
            This page is made of the packages that are restored: `dotnet run --project benchmarks/Colorist.Benchmarks -c Release -- notices`.
            The licence of a model's weights is on its card.

            | package | version | licence | copyright |
            |---|---|---|---|

            """);
        foreach (var package in packages)
            text.Append($"| {package.Name} | {package.Version} | {package.Licence} | {package.Copyright} |\n");
        text.Append(
            "\n## Inside NetVips.Native\n\nNetVips.Native holds libvips, which is under the LGPL and loaded as a library of its own: it can be replaced by another build.\n");
        text.Append("These libraries are in it:\n\n").Append(Inside(packages)).Append('\n');
        text.Append(
            "\n## Inside other packages\n\nONNX Runtime's own list is `ThirdPartyNotices.txt` in its package, that of libtorch `LICENSE-LIBTORCH.txt`.\n");
        return text.Append(
            "ffmpeg is no part of any package: films are read and written with the one that the user installed.\n")
                .ToString();
    }

    private static IEnumerable<Package> Packages(string assets)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        var used = json.RootElement.GetProperty("targets").EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject()).Where(IsCarried).Select(library => library.Name)
            .ToHashSet();
        var folders = json.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)
            .ToList();
        foreach (var library in json.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => used.Contains(library.Name)).ToList())
        {
            var folder = folders.Select(root => Path.Combine(root, library.Value.GetProperty("path").GetString()!))
                .First(Directory.Exists);
            yield return Package.Read(folder);
        }
    }

    /// <summary>Whether something of a package goes along, and not only into the build.</summary>
    private static bool IsCarried(JsonProperty library) => library.Value.GetProperty("type").GetString() == "package"
        && (library.Value.TryGetProperty("runtime", out _) || library.Value.TryGetProperty("runtimeTargets", out _)
            || library.Value.TryGetProperty("native", out _));

    private static string Inside(List<Package> packages)
    {
        var native = packages.First(package => package.Name == "NetVips.Native.linux-x64").Folder;
        var rows = File.ReadLines(Path.Combine(native, "THIRD-PARTY-NOTICES.md")).Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries));
        return "| library | licence |\n|---|---|\n"
            + string.Concat(rows.Select(row => $"| {row[1]} | {Link().Replace(row[2], "$1")} |\n"));
    }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    private sealed record Package(string Name, string Version, string Licence, string Copyright, string Folder)
    {
        public static Package Read(string folder)
        {
            var data = XDocument.Load(Directory.GetFiles(folder, "*.nuspec")[0]).Root!.Elements().First();
            string? Said(string name) =>
                data.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
            var kind = data.Elements()
                .FirstOrDefault(element => element.Name.LocalName == "license")?.Attribute("type")?.Value;
            var licence = kind == "expression"
                ? Said("license")!
                : kind == "file" ? OfFile(folder, Said("license")!) : Said("licenseUrl") ?? "see the package";
            // libtorch's package is that of the system that builds
            var name = SystemOf().Replace(Said("id")!, "libtorch-cpu-*");
            return new Package(name, Said("version")!, licence, (Said("copyright") ?? Said("authors") ?? "")
                .ReplaceLineEndings(" ").Replace("|", "/", StringComparison.Ordinal), folder);
        }
    }

    private static string OfFile(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name)).Take(5)
            .Any(line => line.Contains("MIT License", StringComparison.Ordinal))
                ? "MIT"
                : $"file {name} in the package";

    [GeneratedRegex("^libtorch-cpu-.*$")]
    private static partial Regex SystemOf();
}
