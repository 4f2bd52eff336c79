namespace Colorist.Web;

/// <summary>
/// The private folder of uploads and results; it goes with the server, and what a killed server left goes with the next
/// one.
/// </summary>
internal sealed class Storage : IDisposable
{
    private const string Prefix = "colorist-web-";
    private const string LockName = "in-use";

    private readonly DirectoryInfo root;
    private readonly FileStream held;

    public Storage()
    {
        RemoveLeftovers();
        root = Directory.CreateTempSubdirectory(Prefix); // 0700 on Unix
        held = new FileStream(
            Path.Combine(root.FullName, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    public string Root => root.FullName;

    /// <summary>A folder for one upload, with a name that nobody guesses.</summary>
    public string NewFolder() => root.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;

    /// <summary>Deletes such a folder, if it is still there.</summary>
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }

    public void Dispose()
    {
        held.Dispose();
        Delete(root.FullName);
    }

    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                using (new FileStream(
                    Path.Combine(folder, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                }

                Delete(folder);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // another server's, alive or being born
            }
        }
    }
}
