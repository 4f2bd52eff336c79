using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Colorist.Web;

/// <summary>What the server counts of its own work, beside what ASP.NET Core counts of requests.</summary>
internal sealed class ServerMetrics : IDisposable
{
    public const string Name = "Colorist";

    private readonly Meter meter;
    private readonly Histogram<double> duration;

    public ServerMetrics(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        duration = meter.CreateHistogram(
            "colorist.job.duration", "s", "How long jobs were worked on.", tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000]
            });
    }

    /// <summary>Shows how many jobs wait.</summary>
    public void Watch(JobQueue queue) =>
        meter.CreateObservableGauge(
            "colorist.job.waiting", () => queue.Waiting, "{job}", "Jobs that wait for their turn.");

    public void Count(JobView job, TimeSpan elapsed) => duration.Record(
        elapsed.TotalSeconds,
        new TagList { { "kind", job.Kind }, { "state", job.State.ToString().ToLowerInvariant() } });

    public void Dispose() => meter.Dispose();
}
