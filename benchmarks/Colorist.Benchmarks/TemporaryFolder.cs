namespace Colorist.Benchmarks;

/// <summary>A folder that lives as long as a measurement.</summary>
internal static class TemporaryFolder
{
    /// <returns>What <paramref name="work"/> returns.</returns>
    public static T Use<T>(Func<string, T> work)
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
