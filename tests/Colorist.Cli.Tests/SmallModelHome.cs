using System.Text.Json;

namespace Colorist.Cli.Tests;

/// <summary>
/// A home of defaults whose model has random weights and is as small as it gets: for all tests that do not look at the
/// colours themselves, as loading the shipped model takes longer than all else that they do. A test with a home of its
/// own gets the shipped one.
/// </summary>
internal static class SmallModelHome
{
    private static readonly Lazy<string> Made = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("colorist-home-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var model = Directory.CreateDirectory(Path.Combine(folder, "model")).FullName;
        ModelExport.Write(model, Samples.Network(ResNetSizes.Tiny), Samples.Card(ResNetSizes.Tiny));
        var file = Directory.CreateDirectory(Path.Combine(folder, "colorist")).FullName;
        string[] keys = ["photo.model", "film.model", "watch.model"];
        File.WriteAllText(Path.Combine(file, "config.json"), JsonSerializer.Serialize(keys.ToDictionary(key => key,
            _ => model)));
        return folder;
    });

    /// <summary>To be set as XDG_CONFIG_HOME.</summary>
    public static string Folder => Made.Value;
}
