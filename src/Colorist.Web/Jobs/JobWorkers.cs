using Hangfire;
using Hangfire.Common;
using Microsoft.Extensions.Hosting;

namespace Colorist.Web;

/// <summary>The threads of this machine that take jobs from the queue: several for photos, one for films.</summary>
internal sealed class JobWorkers(JobStorage storage, JobRunner runner, ServerOptions options) : IHostedService
{
    private List<BackgroundJobServer> servers = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        servers = [Start(JobQueue.Photos, options.PhotosAtATime), Start(JobQueue.Films, 1)];
        return Task.CompletedTask;
    }

    /// <summary>Jobs in work are stopped, and go back to the queue.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var server in servers) server.SendStop();
        await Task.WhenAll(servers.Select(server => Task.Run(server.Dispose, CancellationToken.None)));
    }

    private BackgroundJobServer Start(string lane, int count) => new(
        new BackgroundJobServerOptions
        {
            Queues = [lane],
            WorkerCount = count,
            Activator = new Activator(runner),
            FilterProvider = new JobFilterCollection(), // a job that failed is not tried again by itself
            ShutdownTimeout = TimeSpan.FromSeconds(8),
        },
        storage);

    private sealed class Activator(JobRunner runner) : JobActivator
    {
        public override object ActivateJob(Type jobType) => runner;
    }
}
