using Microsoft.Extensions.Hosting;

namespace Colorist.Web;

/// <summary>Deletes uploads and results that nobody asked about for an hour.</summary>
internal sealed class Sweeper(JobQueue queue, Workbench workbench, ServerOptions options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer =
            new PeriodicTimer(TimeSpan.FromSeconds(Math.Clamp(options.Limits.Kept.TotalSeconds / 60, 0.1, 60)));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            workbench.Sweep(options.Limits.Kept);
            try
            {
                queue.Sweep(options.Limits.Kept);
            }
            catch (Exception exception) when (
                QueueStorage.IsAway(exception) || exception is IOException or UnauthorizedAccessException)
            {
                // next time
            }
        }
    }
}
