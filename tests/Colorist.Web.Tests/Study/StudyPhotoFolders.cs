namespace Colorist.Web.Tests;

/// <summary>Folders of small photos, each method's in a tint of its own.</summary>
internal static class StudyPhotoFolders
{
    public const int Width = 24, Height = 16;

    private static readonly Dictionary<string, (int Red, int Green, int Blue)> Tints = new()
    {
        ["truth"] = (60, 0, 0),
        ["proposed"] = (0, 60, 0),
        ["baseline"] = (0, 0, 60),
    };

    /// <summary>Writes photos of methods; the truth as JPEG, the others as PNG.</summary>
    public static IReadOnlyList<StudyMethod> Make(TemporaryFolder folder, int photos, params string[] methods)
    {
        foreach (var method in methods)
        {
            Directory.CreateDirectory(folder[method]);
            for (var i = 0; i < photos; i++)
                Save(Picture(i, Tints[method]),
                    Path.Combine(folder[method], $"photo-{i:d4}{(method == "truth" ? ".jpg" : ".png")}"));
        }

        return [.. methods.Select(method => new StudyMethod(method, folder[method]))];
    }

    /// <summary>The method of a picture, by its tint.</summary>
    public static string MethodOf(byte[] jpeg)
    {
        using var photo = Photo.Load(jpeg, "shown");
        var rgb = photo.ToRgb();
        int[] sums = [.. Enumerable.Range(0, 3).Select(band => rgb.Where((_, i) => i % 3 == band).Sum(value => value))];
        return Tints.Keys.ElementAt(Array.IndexOf(sums, sums.Max()));
    }

    public static byte[] Picture(int photo, (int Red, int Green, int Blue) tint)
    {
        var grey = new Random(photo);
        return [.. Enumerable.Range(0, Width * Height).SelectMany(_ =>
        {
            var value = grey.Next(40, 160);
            return (byte[])[(byte)(value + tint.Red), (byte)(value + tint.Green), (byte)(value + tint.Blue)];
        })];
    }

    public static void Save(byte[] rgb, string path, int width = Width, int height = Height, bool overwrite = false)
    {
        using var photo = Photo.FromRgb(width, height, rgb);
        photo.Save(path, new PhotoSaveOptions { Overwrite = overwrite });
    }
}
