using System.Security.Cryptography;
using System.Text;

namespace Colorist.Hostile;

/// <summary>A model with random weights, as small as it gets.</summary>
internal static class TinyModel
{
    private static readonly Lazy<string> Made = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("colorist-tiny-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        ModelExport.Write(folder, Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny));
        return folder;
    });

    private static readonly Lazy<Colorizer> Loaded = new(() => Colorizer.Load(Folder));

    public static string Folder => Made.Value;

    public static Colorizer Colorizer => Loaded.Value;

    /// <summary>
    /// Copies the model with one file changed, and its card true of it: what somebody would make who means harm.
    /// </summary>
    public static string With(string folder, string file, Func<byte[], byte[]> change)
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, "model")).FullName;
        foreach (var path in Directory.GetFiles(Folder)) File.Copy(path, Path.Combine(copy, Path.GetFileName(path)));
        var changed = Path.Combine(copy, file);
        var before = File.ReadAllBytes(changed);
        var after = change(before);
        File.WriteAllBytes(changed, after);
        var card = Path.Combine(copy, "card.json");
        if (changed != card)
            File.WriteAllText(card, File.ReadAllText(card).Replace(Hash(before), Hash(after), StringComparison.Ordinal)
                .Replace($"\"bytes\": {before.Length}", $"\"bytes\": {after.Length}", StringComparison.Ordinal),
                new UTF8Encoding(false));
        return copy;
    }

    /// <summary>Loads a model and colours a photo with it.</summary>
    public static void Use(string model)
    {
        using var colorizer = Colorizer.Load(model, new ColorizerOptions { Threads = 1 });
        using var photo = Photo.FromLightness(Samples.Lightness(60, 50));
        using var colored = colorizer.Colorize(photo);
        colored.ToRgb();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
