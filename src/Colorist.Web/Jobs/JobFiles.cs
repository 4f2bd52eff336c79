namespace Colorist.Web;

/// <summary>
/// The folders of jobs: what was sent, what is in work, what came out. Machines that share jobs share them.
/// </summary>
/// <param name="root">In which they lie; it is there already.</param>
internal sealed class JobFiles(string root)
{
    private const string LockName = "in-use";

    private readonly string root = Path.GetFullPath(root);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(250);

    /// <summary>A folder for a job that comes, with a name that nobody guesses: its id.</summary>
    public string NewFolder() => Directory.CreateDirectory(Folder(Guid.NewGuid().ToString("N"))).FullName;

    public string Folder(string id) => Path.Combine(root, id);

    /// <summary>
    /// Waits until nobody else works on a job: not even a worker that was thought dead. It is held until it is
    /// disposed.
    /// </summary>
    /// <returns>Null if there is no such folder.</returns>
    /// <exception cref="IOException">Nothing can be written there: the disk is full or may only be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another user's.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<IDisposable?> HoldAsync(string id, CancellationToken stop)
    {
        while (Directory.Exists(Folder(id)))
        {
            if (TryHold(id) is { } held) return held;
            await Task.Delay(BetweenTries, stop);
        }

        return null;
    }

    /// <summary>Deletes a job's folder, unless somebody works on it, who then deletes it at the end.</summary>
    public void Delete(string id)
    {
        if (TryHold(id) is not { } held) return;
        held.Dispose();
        Storage.Delete(Folder(id));
    }

    /// <summary>Ids of folders in which nothing was written for a time.</summary>
    public IEnumerable<string> Untouched(TimeSpan time) =>
        from folder in new DirectoryInfo(root).EnumerateDirectories()
        where Guid.TryParseExact(folder.Name, "N", out _)
        let written = folder.EnumerateFileSystemInfos().Append(folder).Max(entry => entry.LastWriteTimeUtc)
        where DateTime.UtcNow - written > time
        select folder.Name;

    private FileStream? TryHold(string id)
    {
        try
        {
            return new FileStream(
                Path.Combine(Folder(id), LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException || IsHeld(exception))
        {
            return null;
        }
    }

    /// <summary>Whether a file could not be opened because another has it: EAGAIN, or a sharing violation.</summary>
    private static bool IsHeld(Exception exception) =>
        exception is IOException && (exception.HResult & 0xFFFF) ==
        (OperatingSystem.IsWindows() ? 32 : OperatingSystem.IsMacOS() ? 35 : 11);
}
