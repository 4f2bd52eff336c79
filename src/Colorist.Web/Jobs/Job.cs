using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Colorist.Web;

/// <summary>A photo or film on its way: what was sent, how far it is, where the result lies.</summary>
/// <param name="kind">Photo or film.</param>
/// <param name="upload">What was sent; its folder is the job's.</param>
internal sealed class Job(ApiSubject kind, Upload upload) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock changing = new();
    private readonly Stopwatch age = Stopwatch.StartNew();
    private JobView view = new(Guid.NewGuid().ToString("N"), kind == ApiSubject.Film
        ? "film"
        : "photo", JobState.Queued, 0, kind == ApiSubject.Film ? 0 : 1, null, [], null);
    private TimeSpan lastUse;
    private bool isBusy;
    private bool isForgotten;

    public ApiSubject Kind => kind;

    public Upload Upload => upload;

    /// <summary>What was painted on the page; null if the upload says all.</summary>
    public Session? Session { get; init; }

    public string Id => View.Id;

    /// <summary>How it is now.</summary>
    public JobView View => Volatile.Read(ref view);

    /// <summary>Stops the work.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Ends when nothing will change any more.</summary>
    public Task Over => over.Task;

    /// <summary>The file of the result; null until it is there.</summary>
    public string? Result { get; private set; }

    /// <summary>How long nothing changed and nobody asked.</summary>
    public TimeSpan Idle => age.Elapsed - lastUse;

    /// <summary>Somebody asks about it: its time begins anew.</summary>
    public void Touch() => lastUse = age.Elapsed;

    /// <summary>Takes it into work, unless it was cancelled.</summary>
    public bool TryBegin()
    {
        lock (changing)
        {
            if (view.IsOver()) return false;
            isBusy = true;
        }

        Change(old => old with { State = JobState.Running });
        return true;
    }

    public void Tell(long done, long total, TimeSpan? left) =>
        Change(
            old => old with { Done = done, Total = total == 0 ? 0 : Math.Max(done, total), Eta = left?.TotalSeconds });

    public void Finish(string result, IReadOnlyList<string> remarks)
    {
        Result = result;
        Change(
            old => old with
            {
                State = JobState.Done,
                Done = Math.Max(old.Done, old.Total),
                Total = Math.Max(old.Done, old.Total),
                Eta = 0,
                Remarks = remarks
            });
    }

    public void Fail(ProblemDetails problem) =>
        Change(old => old with { State = JobState.Failed, Eta = null, Problem = problem });

    /// <summary>Stops it where it is; does nothing when it is over.</summary>
    public void Cancel()
    {
        Change(old => old with { State = JobState.Cancelled, Eta = null });
        stop.Cancel();
    }

    /// <summary>Nobody works on it any more.</summary>
    public void End()
    {
        lock (changing) isBusy = false;
        if (isForgotten) Dispose();
    }

    /// <summary>Stops it and deletes its files, as soon as nobody works on them.</summary>
    public void Dispose()
    {
        Cancel();
        lock (changing)
        {
            isForgotten = true;
            if (isBusy) return;
        }

        Storage.Delete(upload.Folder);
    }

    private void Change(Func<JobView, JobView> change)
    {
        lock (changing)
        {
            if (view.IsOver()) return;
            Volatile.Write(ref view, change(view));
            Touch();
            if (view.IsOver()) over.TrySetResult();
        }
    }
}
