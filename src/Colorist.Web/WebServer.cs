using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Scalar.AspNetCore;

namespace Colorist.Web;

/// <summary>The server: page and API in one process.</summary>
public static class WebServer
{
    /// <summary>Serves until it is stopped.</summary>
    /// <param name="options">How.</param>
    /// <param name="stop">Stops it; jobs in work are stopped and their files deleted.</param>
    /// <returns>0.</returns>
    /// <exception cref="ArgumentException">
    /// The options do not go together, the port is taken, or the host is not this computer's.
    /// </exception>
    /// <exception cref="ModelException">The model cannot be loaded.</exception>
    public static async Task<int> RunAsync(ServerOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        using var colorizer = Colorizer.Load(options.Model);
        await using var app = Build(options, colorizer);
        await StartAsync(app, options, stop);
        var address = app.Urls.First();
        Console.WriteLine(
            $"Colorist is at {address}{(options.HasPage ? "" : "/docs, without a page")}; Ctrl+C ends it.");
        if (options.Study is not null)
            Console.WriteLine(app.Services.GetRequiredService<OpenStudy>().Links(Reached(address)));
        if (options.Open) ShowPage(address);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    /// <summary>Puts the server together.</summary>
    internal static WebApplication Build(ServerOptions options, Colorizer colorizer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        // said in our own words
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        AddParts(builder.Services, options, colorizer);
        var app = builder.Build();
        app.Services.GetRequiredService<ServerMetrics>().Watch(app.Services.GetRequiredService<JobQueue>());
        // or what is wrong with it would show late
        if (options.Study is not null) app.Services.GetRequiredService<OpenStudy>();
        app.UseMiddleware<ProblemAnswers>();
        app.UseMiddleware<Access>();
        app.UseRouting();
        Map(app, options);
        return app;
    }

    private static async Task StartAsync(WebApplication app, ServerOptions options, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new ArgumentException($"expected a port that is free, found {options.Port} taken", exception);
        }
        catch (SocketException exception)
        {
            throw new ArgumentException(
                $"expected a host and port of this computer to listen on, found {options.Host} and {options.Port}",
                exception);
        }
    }

    /// <summary>Where others reach a server that listens on all addresses: its computer's name.</summary>
    private static string Reached(string address) =>
        IPAddress.TryParse(new Uri(address).Host.Trim('[', ']'), out var host)
            && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any))
        ? new UriBuilder(address) { Host = Environment.MachineName }.Uri.GetLeftPart(UriPartial.Authority)
        : address;

    private static void ShowPage(string address)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })?.Dispose();
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("colorist: expected a browser to open, found none");
        }
    }

    private static void Configure(KestrelServerOptions kestrel, ServerOptions options)
    {
        if (options.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && options.Port != 0)
            kestrel.ListenLocalhost(options.Port);
        else
            kestrel.Listen(IPAddress.TryParse(options.Host, out var address)
                ? address
                : IPAddress.Loopback, options.Port);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 64 * 1024; // more only where files are expected
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(options.Limits.BytesPerSecond, options.Limits.Grace);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(options.Limits.BytesPerSecond, options.Limits.Grace);
        kestrel.Limits.MaxConcurrentConnections = 1000;
    }

    private static void AddParts(IServiceCollection services, ServerOptions options, Colorizer colorizer)
    {
        services.AddRoutingCore();
        services.AddMetrics();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(ServerMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddPrometheusExporter());
        services.AddOpenApi("v1", ApiDocument.Describe);
        services.AddSingleton(options).AddSingleton(_ => colorizer) // the caller's, who disposes it
            .AddSingleton<Storage>().AddSingleton<Intake>().AddSingleton<Workbench>();
        WorkServer.AddJobs(services, options);
        if (options.Queue is null) services.AddHostedService<JobWorkers>(); // others work otherwise
        if (options.Study is not null)
            services.AddSingleton(TimeProvider.System).AddSingleton(_ => new OpenStudy(options.Study));
        services.AddHostedService<Sweeper>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    private static void Map(WebApplication app, ServerOptions options)
    {
        app.MapGet("/health/live", HealthResource.Live).WithTags("server").WithSummary("Whether the server lives")
            .Produces(200);
        app.MapGet("/health/ready", HealthResource.Ready).WithTags("server")
            .WithSummary("Whether the server takes work")
            .Produces(200).ProducesProblem(Problem.Busy.Status).ProducesProblem(Problem.NotReady.Status);
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/docs", ApiDocument.Show);
        ApiMap.Map(app.MapGroup("/api/v1"));
        if (options.HasPage) PageResource.Map(app);
        else app.MapGet("/", () => Results.Redirect("/docs")).ExcludeFromDescription();
        if (options.Study is not null) StudyResource.Map(app);
    }
}
