namespace Colorist.Cli;

/// <summary>A file of JSON lines, one for each photo, complete up to the last photo at any time.</summary>
internal sealed class BatchReport : IDisposable
{
    private readonly StreamWriter writer;

    /// <param name="path">Lines are added to a file that is there: a batch that goes on continues its report.</param>
    /// <exception cref="PhotoException">The file cannot be written.</exception>
    public BatchReport(string path)
    {
        try
        {
            writer = new StreamWriter(path, append: true) { AutoFlush = true };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PhotoException(path, "a report that can be written", exception.Message, exception);
        }
    }

    public void Add(PhotoReport report) => writer.WriteLine(report.ToJson());

    public void Dispose() => writer.Dispose();
}
