namespace Colorist;

/// <summary>Reads frames shot by shot and can look ahead within a shot.</summary>
internal sealed class ShotReader : IDisposable
{
    private readonly IEnumerator<ShotFrame> source;
    private readonly Queue<ShotFrame> held = new();
    private bool hasMore;
    private bool atShot = true; // the source stands at the first frame of the next shot, or at its end

    public ShotReader(IEnumerable<ShotFrame> frames)
    {
        source = frames.GetEnumerator();
        hasMore = source.MoveNext();
    }

    /// <summary>Goes to the next shot; what was not taken of this one is skipped.</summary>
    /// <returns>False at the end of the film.</returns>
    public bool NextShot()
    {
        while (Take(1).Count > 0) continue;
        if (!hasMore) return false;
        Hold();
        return true;
    }

    /// <summary>The next frames of the shot, so many or as many as it has.</summary>
    public IReadOnlyList<LumaFrame> Peek(int count)
    {
        while (held.Count < count && !atShot) Hold();
        return [.. held.Take(count).Select(shot => shot.Frame)];
    }

    /// <summary>
    /// Takes the next frames of the shot: so many or as many as it has, fewer where one of them is marked, which is
    /// the last then, and more as long as the last one is a flash.
    /// </summary>
    public IReadOnlyList<LumaFrame> Take(int count)
    {
        count = Peek(count).TakeWhile(frame => !frame.IsMarked).Count() is var plain && plain < Peek(count).Count
            ? plain + 1
            : count;
        while (Peek(count).Count == count && held.ElementAt(count - 1) is { IsFlash: true, Frame.IsMarked: false })
            count++;
        var frames = Peek(count);
        for (var i = 0; i < frames.Count; i++) held.Dequeue();
        return frames;
    }

    public void Dispose() => source.Dispose();

    private void Hold()
    {
        held.Enqueue(source.Current);
        hasMore = source.MoveNext();
        atShot = !hasMore || source.Current.BeginsShot;
    }
}
