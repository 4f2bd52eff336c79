namespace Colorist.Tests;

/// <summary>A folder that lives as long as a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("colorist-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Names of the files in it, sorted.</summary>
    public string[] Names() => [.. Directory.GetFiles(Path).Select(file => System.IO.Path.GetFileName(file)).Order()];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
