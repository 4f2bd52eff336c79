namespace Colorist.Tests;

/// <summary>The folder of the project, found from where the tests run.</summary>
internal static class Repository
{
    public static string ShippedModel => Path("models", "resnet18");

    /// <summary>The .dll of a program of the project, built as the tests are.</summary>
    public static string Built(string folder, string name)
    {
        var target = new DirectoryInfo(System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path(folder, name, "bin", target.Parent!.Name, target.Name, name + ".dll");
    }

    public static string Path(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "Colorist.slnx"))) folder = folder.Parent;
        return System.IO.Path.Combine([folder.FullName, .. parts]);
    }
}
