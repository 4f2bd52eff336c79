using NetVips;

namespace Colorist;

/// <summary>
/// What libvips says when something fails, as one line. It keeps its words in one place for all threads, where those of
/// one photo get among those of another, or are taken away.
/// </summary>
internal static class VipsMessage
{
    private const int Tries = 12; // others add words only when they fail for the first time

    private static readonly Lock Alone = new();

    /// <summary>What it said, perhaps of something else that failed at the same moment.</summary>
    public static string For(VipsException exception) => Said(exception) ?? "an unknown error of libvips";

    /// <summary>
    /// What it says of one thing: what failed is done again, one at a time, until it fails twice in the same words.
    /// </summary>
    /// <param name="exception">How it failed first.</param>
    /// <param name="again">Does it again; if it succeeds, the first words have to do.</param>
    public static string For(VipsException exception, Action again)
    {
        lock (Alone)
        {
            string? last = null;
            for (var i = 0; i < Tries; i++)
            {
                if (Failure(again) is not { } failure) break;
                var said = Said(failure);
                if (said is not null && said == last) return said;
                last = said;
            }

            return last ?? For(exception);
        }
    }

    private static VipsException? Failure(Action again)
    {
        try
        {
            again();
            return null;
        }
        catch (VipsException exception)
        {
            return exception;
        }
    }

    /// <returns>Null if its words were taken by another thread: NetVips puts a line of its own before them.</returns>
    private static string? Said(VipsException exception)
    {
        var lines = exception.Message
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 1 ? lines[1] : null;
    }
}
