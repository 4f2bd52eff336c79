namespace Colorist.Tests.Imaging;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("colorist-").FullName;

    public string File(string name) => Path.Combine(path, name);

    public string[] Names() => [.. Directory.GetFiles(path).Select(file => Path.GetFileName(file)).Order()];

    public void Dispose() => Directory.Delete(path, recursive: true);
}
