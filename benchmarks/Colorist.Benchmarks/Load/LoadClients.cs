using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Colorist.Benchmarks.Load;

/// <summary>
/// Clients that send a photo, wait for it in colour, and send it again; who is refused comes back later.
/// </summary>
/// <param name="address">Of the server.</param>
/// <param name="photo">What they send.</param>
internal sealed class LoadClients(Uri address, byte[] photo) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    private readonly ConcurrentBag<(HttpStatusCode Status, double Seconds)> answers = [];
    private readonly ConcurrentBag<double> looks = [];

    /// <summary>Seconds until the page was there, each time that somebody looked at it, sorted.</summary>
    public double[] Looks => [.. looks.Order()];

    public int Refused => answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests);

    /// <summary>Answers that are neither a picture nor an honest refusal.</summary>
    public int Failed => answers.Count - Refused - Photos.Length;

    /// <summary>Seconds of those that came in colour, from the first byte to the last one answered, sorted.</summary>
    public double[] Photos =>
        [.. answers.Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => answer.Seconds).Order()];

    /// <summary>One client; its last photo is waited for.</summary>
    public async Task SendAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(photo), "file", "photo.jpg" } };
            var clock = Stopwatch.StartNew();
            using var answer = await client.PostAsync("api/v1/photos", form, CancellationToken.None);
            answers.Add((answer.StatusCode, clock.Elapsed.TotalSeconds));
            if (answer.Headers.RetryAfter?.Delta is { } pause) await Pause(pause, stop);
        }
    }

    /// <summary>Somebody who opens the page twice a second.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            await client.GetByteArrayAsync("", CancellationToken.None);
            await client.GetByteArrayAsync("api/v1/options", CancellationToken.None);
            looks.Add(clock.Elapsed.TotalSeconds);
            await Pause(TimeSpan.FromSeconds(0.5), stop);
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Waits, or until it is stopped.</summary>
    public static Task Pause(TimeSpan time, CancellationToken stop) =>
        Task.Delay(time, stop).ContinueWith(_ => { }, TaskScheduler.Default);
}
