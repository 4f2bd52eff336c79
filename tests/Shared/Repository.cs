namespace Colorist.Tests;

/// <summary>The folder of the project, found from where the tests run.</summary>
internal static class Repository
{
    public static string ShippedModel => Path("models", "resnet18");

    public static string Path(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "Colorist.slnx"))) folder = folder.Parent;
        return System.IO.Path.Combine([folder.FullName, .. parts]);
    }
}
