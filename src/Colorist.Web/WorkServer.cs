using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Colorist.Web;

/// <summary>A machine that works on the jobs of a queue, without page and API.</summary>
public static class WorkServer
{
    /// <summary>Works until it is stopped.</summary>
    /// <param name="options">The queue, its files and the model.</param>
    /// <param name="stop">Stops it; jobs in work go back to the queue.</param>
    /// <returns>0.</returns>
    /// <exception cref="ArgumentException">The options do not go together.</exception>
    /// <exception cref="QueueException">The queue cannot be reached.</exception>
    /// <exception cref="ModelException">The model cannot be loaded.</exception>
    public static async Task<int> RunAsync(ServerOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Queue is null) throw new ArgumentException("expected a queue to work on, found none");
        options.CheckQueue();
        using var colorizer = Colorizer.Load(options.Model);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // said in our own words
        builder.Services.AddMetrics().AddSingleton(options).AddSingleton(_ => colorizer);
        AddJobs(builder.Services, options);
        builder.Services.AddHostedService<JobWorkers>();
        using var host = builder.Build();
        await host.StartAsync(stop);
        Console.WriteLine("Colorist waits for jobs; Ctrl+C ends it.");
        await host.WaitForShutdownAsync(stop);
        return 0;
    }

    /// <summary>What both servers need for jobs.</summary>
    internal static void AddJobs(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(_ => QueueStorage.Open(options)).AddSingleton<JobStore>().AddSingleton<JobQueue>()
            .AddSingleton<ServerMetrics>().AddSingleton<Work>().AddSingleton<JobRunner>()
            .AddSingleton(provider => new JobFiles(options.Files ?? provider.GetRequiredService<Storage>().Root));
    }
}
