namespace Colorist.Cli;

/// <summary>
/// Finds the photos that arrive in a folder, once they are whole: a file that is as large and as old as at the last
/// look. Looking works on network drives too, where nothing tells of changes.
/// </summary>
/// <param name="folder">Where they arrive, at any depth.</param>
/// <param name="results">Where their results go; what has a result there is done.</param>
/// <param name="extension">The extension that <c>--format</c> asks for; null for the photo's own.</param>
internal sealed class Arrivals(string folder, string results, string? extension)
{
    private Dictionary<string, Stamp> last = [];
    private readonly Dictionary<string, Stamp> taken = [];

    /// <summary>What is to be coloured now. A photo that failed comes again when its file has changed.</summary>
    public IReadOnlyList<PhotoJob> Look()
    {
        var jobs = PhotoJobs.Many(InputFiles.Find(folder, results).Where(file => file.IsRead), results, extension);
        var now = jobs.ToDictionary(job => job.Input, job => Of(job.Input));
        var whole = jobs.Where(job => IsNew(job, now[job.Input])).ToList();
        foreach (var job in whole) taken[job.Input] = now[job.Input];
        last = now;
        return whole;
    }

    private bool IsNew(PhotoJob job, Stamp now) => taken.GetValueOrDefault(job.Input) != now
        && (job.Refusal is not null
            || (last.GetValueOrDefault(job.Input) == now && now.Bytes > 0 && !File.Exists(job.Output)));

    private static Stamp Of(string path) => new FileInfo(path) is { Exists: true } file
        ? new Stamp(file.Length, file.LastWriteTimeUtc)
        : new Stamp(0, default);

    private sealed record Stamp(long Bytes, DateTime Written);
}
