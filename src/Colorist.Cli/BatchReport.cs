using System.Text;

namespace Colorist.Cli;

/// <summary>A file of JSON lines, one for each photo or film, complete up to the last one at any time.</summary>
internal sealed class BatchReport : IDisposable
{
    private readonly string path;
    private readonly FileStream file;

    /// <param name="path">Lines are added to a file that is there: a batch that goes on continues its report.</param>
    /// <exception cref="PhotoException">The file cannot be written.</exception>
    public BatchReport(string path)
    {
        this.path = path;
        try
        {
            file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PhotoException(path, "a report that can be written", exception.Message, exception);
        }
    }

    /// <summary>Whether the file could not be written any more, which was said once and ended nothing.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Adds a line.</summary>
    /// <param name="json">One line of JSON.</param>
    public void Add(string json)
    {
        if (IsBroken) return;
        try
        {
            file.Write(Encoding.UTF8.GetBytes(json + "\n"));
        }
        catch (IOException exception)
        {
            IsBroken = true;
            Console.Error
                .WriteLine(
                    $"colorist: {Message.For(new PhotoException(path, "a report that can be written", exception.Message))}; the work goes on without it");
        }
    }

    public void Dispose() => file.Dispose();
}
