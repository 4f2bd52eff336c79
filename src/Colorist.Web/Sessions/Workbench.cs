using System.Collections.Concurrent;

namespace Colorist.Web;

/// <summary>
/// The photos on pages. Only the latest few keep their colours in memory; others find them again when they are asked
/// for.
/// </summary>
internal sealed class Workbench(ServerOptions options) : IDisposable
{
    private const int MaxWarm = 8; // some 15 MB each

    private readonly ConcurrentDictionary<string, Session> sessions = new();

    /// <exception cref="Refusal">There is no room; the session is disposed.</exception>
    public void Add(Session session)
    {
        if (sessions.Count >= options.Limits.Sessions)
        {
            session.Dispose();
            throw new Refusal(Problem.Busy,
                $"expected at most {options.Limits.Sessions} photos on pages, found as many already")
            {
                RetryAfter = 60
            };
        }

        sessions[session.Id] = session;
    }

    /// <exception cref="Refusal">There is none, or it is gone.</exception>
    public Session Find(string id)
    {
        if (!sessions.TryGetValue(id, out var session))
            throw new Refusal(Problem.NotFound, "expected the id of a session, found none of that name");
        session.Touch();
        foreach (var cold in sessions.Values.OrderBy(one => one.Idle).Skip(MaxWarm)) cold.Cool();
        return session;
    }

    /// <summary>Forgets a session, its files too.</summary>
    public void Remove(Session session)
    {
        if (sessions.TryRemove(session.Id, out _)) session.Dispose();
    }

    /// <summary>Forgets what nobody asked about for long.</summary>
    public void Sweep(TimeSpan kept)
    {
        foreach (var session in sessions.Values.Where(session => session.Idle > kept)) Remove(session);
    }

    public void Dispose()
    {
        foreach (var session in sessions.Values) Remove(session);
    }
}
