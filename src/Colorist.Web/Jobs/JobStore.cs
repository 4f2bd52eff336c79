using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hangfire;
using Hangfire.Storage;

namespace Colorist.Web;

/// <summary>
/// What is known of the jobs, for all machines: kept where the queue is kept, in memory or in PostgreSQL. Each run of a
/// job has a view of its own, so that who still works on an earlier run changes nothing.
/// </summary>
internal sealed class JobStore(JobStorage storage)
{
    private const string Jobs = "colorist:jobs";
    private const string Queue = "colorist:queue";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Whether no job is begun.</summary>
    public bool IsPaused
    {
        get => Value(Queue, "paused") == "true";
        set => Write(transaction => transaction.SetRangeInHash(Queue, Fields(("paused", value ? "true" : "false"))));
    }

    /// <summary>How long a photo was worked on lately: a running mean in seconds, 1 at first.</summary>
    public double SecondsAPhoto
    {
        get => Value(Queue, "seconds") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : 1;
        set => Write(transaction => transaction.SetRangeInHash(
            Queue, Fields(("seconds", value.ToString(CultureInfo.InvariantCulture)))));
    }

    public void Add(Job job) => Write(transaction =>
    {
        transaction.SetRangeInHash(Key(job.Id), Fields(("order", job.Order.ToJson())));
        Begin(transaction, job);
    });

    /// <summary>What is known of a job; null if there is none.</summary>
    /// <param name="id">Whatever somebody typed.</param>
    /// <param name="fresh">Its last use counts as new if it is older.</param>
    public Job? Find(string id, TimeSpan fresh)
    {
        using var connection = storage.GetConnection();
        if (connection.GetAllEntriesFromHash(Key(id)) is not { } fields || !fields.TryGetValue("run", out var run))
            return null;
        var used = DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(fields["used"], CultureInfo.InvariantCulture));
        if (DateTimeOffset.UtcNow - used > fresh) Write(transaction => Touch(transaction, id));
        return new Job(id, run, JobOrder.Parse(fields["order"]), ParseView(fields[ViewOf(run)]));
    }

    /// <summary>Which run of a job counts; null if the job is gone.</summary>
    public string? Run(string id) => Value(Key(id), "run");

    /// <summary>Lets another run of a job count.</summary>
    public void SetRun(Job job) => Write(transaction => Begin(transaction, job));

    /// <summary>Says how far a run is.</summary>
    public void SetView(string id, string run, JobView view) => Write(
        transaction =>
            transaction.SetRangeInHash(Key(id), Fields((ViewOf(run), JsonSerializer.Serialize(view, Json)))));

    /// <summary>Says what becomes of a run, whatever its job asks for.</summary>
    /// <returns>How it is now; null if the job is gone.</returns>
    public JobView? ChangeView(string id, string run, Func<JobView, JobView> change)
    {
        if (Value(Key(id), ViewOf(run)) is not { } text) return null;
        var view = change(ParseView(text));
        SetView(id, run, view);
        return view;
    }

    public void Remove(string id) => Write(transaction =>
    {
        transaction.RemoveHash(Key(id));
        transaction.RemoveFromSet(Jobs, id);
    });

    /// <summary>Ids of jobs that nobody used since a time, the longest first.</summary>
    public IReadOnlyList<string> UnusedSince(DateTimeOffset time)
    {
        using var connection = (JobStorageConnection)storage.GetConnection();
        return connection.GetFirstByLowestScoreFromSet(Jobs, 0, time.ToUnixTimeMilliseconds(), 1000);
    }

    private static void Begin(IWriteOnlyTransaction transaction, Job job)
    {
        transaction.SetRangeInHash(Key(job.Id),
            Fields(("run", job.Run), (ViewOf(job.Run), JsonSerializer.Serialize(job.View, Json))));
        Touch(transaction, job.Id);
    }

    private static void Touch(IWriteOnlyTransaction transaction, string id)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        transaction.SetRangeInHash(Key(id), Fields(("used", now.ToString(CultureInfo.InvariantCulture))));
        transaction.AddToSet(Jobs, id, now);
    }

    private void Write(Action<IWriteOnlyTransaction> change)
    {
        using var connection = storage.GetConnection();
        using var transaction = connection.CreateWriteTransaction();
        change(transaction);
        transaction.Commit();
    }

    private string? Value(string key, string field)
    {
        using var connection = (JobStorageConnection)storage.GetConnection();
        return connection.GetValueFromHash(key, field);
    }

    private static JobView ParseView(string json) => JsonSerializer.Deserialize<JobView>(json, Json)!;

    private static string Key(string id) => "colorist:job:" + id;

    private static string ViewOf(string run) => "view:" + run;

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value);
}
