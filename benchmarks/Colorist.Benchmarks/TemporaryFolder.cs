namespace Colorist.Benchmarks;

/// <summary>A folder that lives as long as a measurement.</summary>
internal static class TemporaryFolder
{
    /// <returns>What <paramref name="work"/> returns: an exit code.</returns>
    public static int Use(Func<string, int> work)
    {
        var folder = Directory.CreateTempSubdirectory("colorist-benchmark-").FullName;
        try
        {
            return work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
