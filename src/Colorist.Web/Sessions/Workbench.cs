using System.Collections.Concurrent;

namespace Colorist.Web;

/// <summary>
/// The photos and films on pages. Only the latest few photos keep their colours in memory; others find them again when
/// they are asked for.
/// </summary>
internal sealed class Workbench : IDisposable
{
    private const int MaxWarm = 8; // some 15 MB each

    private readonly ConcurrentDictionary<string, Workpiece> pieces = new();

    /// <param name="piece">It is disposed if there is no room.</param>
    /// <param name="limit">How many of its kind there may be.</param>
    /// <exception cref="Refusal">There is no room.</exception>
    public void Add<T>(T piece, int limit)
        where T : Workpiece
    {
        if (pieces.Values.OfType<T>().Count() >= limit)
        {
            piece.Dispose();
            throw new Refusal(Problem.Busy, $"expected at most {limit} open on pages, found as many already")
            {
                RetryAfter = 60
            };
        }

        pieces[piece.Id] = piece;
    }

    /// <exception cref="Refusal">There is none, or it is gone.</exception>
    public T Find<T>(string id)
        where T : Workpiece
    {
        if (!pieces.TryGetValue(id, out var found) || found is not T piece)
            throw new Refusal(Problem.NotFound, "expected the id of a session, found none of that name");
        piece.Touch();
        foreach (var cold in pieces.Values.OfType<Session>().OrderBy(one => one.Idle).Skip(MaxWarm)) cold.Cool();
        return piece;
    }

    /// <summary>Forgets a session, its files too.</summary>
    public void Remove(Workpiece piece)
    {
        if (pieces.TryRemove(piece.Id, out _)) piece.Dispose();
    }

    /// <summary>Forgets what nobody asked about for long.</summary>
    public void Sweep(TimeSpan kept)
    {
        foreach (var piece in pieces.Values.Where(piece => piece.Idle > kept)) Remove(piece);
    }

    public void Dispose()
    {
        foreach (var piece in pieces.Values) Remove(piece);
    }
}
