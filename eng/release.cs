#:property PublishAot=false
// Parts of eng/release.sh. normalize FILE...: the same content gives the same zip file. check STAGE OUT VERSION
// SYSTEM...: looks at what was made, file by file.
using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

const long Megabyte = 1_000_000;
var systems = new Dictionary<string, string[]>
{
    ["linux-x64"] = ["libonnxruntime.so", "libonnxruntime_providers_shared.so", "libvips.so.42", "libe_sqlite3.so"],
    ["linux-arm64"] = ["libonnxruntime.so", "libonnxruntime_providers_shared.so", "libvips.so.42", "libe_sqlite3.so"],
    ["win-x64"] = ["onnxruntime.dll", "onnxruntime_providers_shared.dll", "libvips-42.dll", "e_sqlite3.dll"],
    ["osx-arm64"] = ["libonnxruntime.dylib", "libvips.42.dylib", "libe_sqlite3.dylib"],
};
string[] notices = File.Exists("THIRD-PARTY-NOTICES.md") ? ["LICENSE", "THIRD-PARTY-NOTICES.md"] : ["LICENSE"];
string[] nativeNames = [".so", ".dylib", "onnxruntime", "vips-", "sqlite3."];
var faults = new List<string>();
switch (args)
{
    case ["normalize", .. var files]:
        foreach (var file in files) Normalize(file);
        break;
    case ["check", var stage, var made, var version, .. var wanted]:
        Check(stage, made, version, wanted);
        break;
    default:
        faults.Add("expected normalize FILE... or check STAGE OUT VERSION SYSTEM...");
        break;
}

foreach (var fault in faults) Console.Error.WriteLine($"release: {fault}");
return faults.Count == 0 ? 0 : 1;

void Normalize(string path)
{
    var entries = new List<(string Name, byte[] Content)>();
    using (var old = ZipFile.OpenRead(path))
    {
        foreach (var entry in old.Entries) entries.Add((entry.FullName, Read(entry)));
    }

    using var file = File.Create(path);
    using var zip = new ZipArchive(file, ZipArchiveMode.Create);
    foreach (var (name, content) in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var target = entry.Open();
        target.Write(content);
    }
}

void Check(string stage, string made, string version, string[] wanted)
{
    foreach (var (system, natives) in systems.Where(system => wanted.Contains(system.Key)))
    {
        CheckFolder(Path.Combine(stage, $"colorist-{version}-{system}"), system, natives);
        CheckSize(Path.Combine(made, $"colorist-{version}-{system}.tar.xz"), 90);
        var tool = Path.Combine(made, $"Colorist.Cli.{system}.{version}.nupkg");
        CheckSize(tool, 90);
        CheckTool(tool, system, natives);
    }

    CheckPackage(Path.Combine(made, $"Colorist.{version}.nupkg"),
        ["lib/net10.0/Colorist.dll", "lib/net10.0/Colorist.xml", "README.md", "icon.png"]);
    CheckPackage(Path.Combine(made, $"Colorist.Model.ResNet18.{version}.nupkg"),
        ["model/card.json", "model/weights.bin", "buildTransitive/Colorist.Model.ResNet18.targets"]);
    foreach (var system in wanted.Where(system => system.StartsWith("linux", StringComparison.Ordinal)))
        CheckDeb(Path.Combine(made, $"colorist_{version}_{(system == "linux-x64" ? "amd64" : "arm64")}.deb"));
}

// The program for itself: each native file is one of its system, and nothing is there that should not be.
void CheckFolder(string folder, string system, string[] natives)
{
    if (!Directory.Exists(folder))
    {
        faults.Add($"{folder}: expected a folder, found none");
        return;
    }

    var program = system.StartsWith("win", StringComparison.Ordinal) ? "colorist.exe" : "colorist";
    var found = Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
    var expected = natives.Append(program).Concat(notices).ToList();
    foreach (var missing in expected.Except(found)) faults.Add($"{folder}: expected {missing}, found none");
    foreach (var more in found.Except(expected)) faults.Add($"{folder}: expected nothing else, found {more}");
    foreach (var name in natives.Append(program).Intersect(found))
    {
        using var stream = File.OpenRead(Path.Combine(folder, name!));
        CheckMachine($"{folder}/{name}", stream, system);
    }

    CheckModel(folder, name => File.Exists(Path.Combine(folder, "model", name))
        ? File.ReadAllBytes(Path.Combine(folder, "model", name))
        : null);
}

void CheckTool(string path, string system, string[] natives)
{
    using var zip = ZipFile.OpenRead(path);
    var root = $"tools/any/{system}/";
    if (zip.Entries.All(entry => !entry.FullName.StartsWith(root, StringComparison.Ordinal)))
        root = $"tools/net10.0/{system}/";
    foreach (var name in natives)
    {
        var entry = zip.Entries
            .FirstOrDefault(entry => entry.FullName.StartsWith(root, StringComparison.Ordinal) && entry.Name == name);
        if (entry is null) faults.Add($"{path}: expected {name} below {root}, found none");
        else
            using (var stream = new MemoryStream(Read(entry)))
                CheckMachine($"{path}: {entry.FullName}", stream, system);
    }

    foreach (var other in zip.Entries
        .Where(entry => !entry.Name.StartsWith("SQLitePCLRaw.", StringComparison.Ordinal) // managed
            && nativeNames.Any(part => entry.Name.Contains(part, StringComparison.Ordinal))))
        if (!natives.Contains(other.Name) && !other.Name.EndsWith(".lib", StringComparison.Ordinal))
            faults.Add($"{path}: expected native files of {system} only, found {other.FullName}");
    CheckModel(path, name => zip.GetEntry(root + "model/" + name) is { } entry ? Read(entry) : null);
    CheckPackage(path, ["icon.png", "README.md"]);
}

// Every file of the model as its card lists it.
void CheckModel(string place, Func<string, byte[]?> read)
{
    if (read("card.json") is not { } card)
    {
        faults.Add($"{place}: expected model/card.json, found none");
        return;
    }

    foreach (var file in JsonDocument.Parse(card).RootElement.GetProperty("files").EnumerateArray())
    {
        var name = file.GetProperty("name").GetString()!;
        var found = read(name) is { } content ? Convert.ToHexStringLower(SHA256.HashData(content)) : "no file";
        if (found != file.GetProperty("sha256").GetString())
            faults.Add($"{place}: expected model/{name} as its card says, found {found}");
    }
}

void CheckPackage(string path, string[] expected)
{
    using var zip = ZipFile.OpenRead(path);
    foreach (var name in expected.Concat(notices).Where(name => zip.GetEntry(name) is null))
        faults.Add($"{path}: expected {name}, found none");
}

void CheckDeb(string path)
{
    var listing = Run("dpkg-deb", "-c", path);
    foreach (var name in (string[])
    [
        "/usr/bin/colorist ->", "/usr/lib/colorist/model/weights.bin", "/usr/share/man/man1/colorist-photo.1.gz",
        "/usr/share/doc/colorist/copyright",
        "/usr/share/bash-completion/completions/colorist", "/usr/share/zsh/vendor-completions/_colorist",
        "/usr/share/fish/vendor_completions.d/colorist.fish",
        "/usr/share/applications/colorist.desktop", "/usr/lib/systemd/system/colorist.service",
        "/usr/lib/systemd/system/colorist-work.service",
    ])
        if (!listing.Contains(name, StringComparison.Ordinal)) faults.Add($"{path}: expected {name}, found none");
    if (!Run("dpkg-deb", "-f", path, "Depends").Contains("ffmpeg", StringComparison.Ordinal))
        faults.Add($"{path}: expected to depend on ffmpeg");
}

void CheckSize(string path, int max)
{
    if (!File.Exists(path)) faults.Add($"{path}: expected a file, found none");
    else if (new FileInfo(path).Length is var size && size >= max * Megabyte)
        faults.Add($"{path}: expected less than {max} MB, found {size / (double)Megabyte:f1}");
}

// The first bytes of ELF, PE and Mach-O files say for which machine they are.
void CheckMachine(string name, Stream stream, string system)
{
    var head = new byte[4096];
    var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
    var pe = BitConverter.ToInt32(head, 0x3C) is > 0 and var at && at + 6 < length ? at : 0;
    var found = (head[0], head[1]) switch
    {
        (0x7F, (byte)'E') when head[18] == 0x3E => "linux-x64",
        (0x7F, (byte)'E') when head[18] == 0xB7 => "linux-arm64",
        ((byte)'M', (byte)'Z') when head[pe + 4] == 0x64 && head[pe + 5] == 0x86 => "win-x64",
        (0xCF, 0xFA) when head[4] == 0x0C && head[7] == 1 => "osx-arm64",
        (0xCA, 0xFE) => "osx-arm64", // for several machines
        _ => "another",
    };
    if (found != system) faults.Add($"{name}: expected a program for {system}, found one for {found}");
}

static byte[] Read(ZipArchiveEntry entry)
{
    using var source = entry.Open();
    using var content = new MemoryStream();
    source.CopyTo(content);
    return content.ToArray();
}

static string Run(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
    return process.StandardOutput.ReadToEnd();
}
