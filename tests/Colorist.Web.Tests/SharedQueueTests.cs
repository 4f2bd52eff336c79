using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Colorist.Web.Tests;

/// <summary>Several machines on one queue, in a real PostgreSQL.</summary>
public sealed class SharedQueueTests(PostgreSql database) : IClassFixture<PostgreSql>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Worker_KilledInAFilmAndABatch_LosesNothing()
    {
        PostgreSql.SkipWithout();
        await using var server = await StartAsync();
        var sent = TwoShots();
        using var first = new Worker(database.Connection, folder["files"]);
        var film = await server.PostJobAsync("films", await File.ReadAllBytesAsync(sent), ("container", "mp4"));
        await UntilAsync(server, film, view => view.GetProperty("state").GetString() == "running");
        using var paused = await server.Client.PostAsync("queue/pause", null);
        var photos = new List<(Uri Job, byte[] Sent)>();
        for (var i = 0; i < 16; i++)
        {
            var photo = Server.Grey(width: 600, height: 400, seed: i);
            photos.Add((await server.PostJobAsync("photos", photo), photo));
        }

        using var second = new Worker(database.Connection, folder["files"]);
        await UntilAsync(server, film, view => view.GetProperty("done").GetInt64() > 190);
        using var resumed = await server.Client.PostAsync("queue/resume", null);
        await UntilAsync(server, film, view => view.GetProperty("done").GetInt64() > 250); // the first shot is kept
        first.Kill();
        Assert.InRange((await server.ViewAsync(film)).GetProperty("done").GetInt64(), 250, 399);
        Assert.NotEqual("done", (await server.ViewAsync(photos[^1].Job)).GetProperty("state").GetString());

        foreach (var (job, photo) in photos)
        {
            Assert.Equal("done", (await server.WaitAsync(job)).GetProperty("state").GetString());
            using var picture = Photo.Load(photo, "sent");
            using var expected = server.Colorizer.Colorize(picture);
            using var stream = new MemoryStream();
            expected.Save(stream, ".png");
            Assert.Equal(stream.ToArray(), await server.Client.GetByteArrayAsync(job + "/result"));
        }

        Assert.Equal("done", (await server.WaitAsync(film)).GetProperty("state").GetString());
        new FilmColorizer(server.Colorizer).Colorize(Film.Open(sent), folder["expected.mp4"]);
        Assert.Equal(await File.ReadAllBytesAsync(folder["expected.mp4"]),
            await server.Client.GetByteArrayAsync(film + "/result"));
        foreach (var job in photos.Select(photo => photo.Job).Append(film)) await server.Client.DeleteAsync(job);
        Assert.Empty(Directory.GetDirectories(folder["files"]));
        Assert.Equal(0, await second.EndAsync());
    }

    [Fact]
    public async Task Jobs_OfAServerThatEnded_AreThereForTheNext()
    {
        PostgreSql.SkipWithout();
        var photo = Server.Grey();
        string job, cancelled;
        await using (var server = await StartAsync())
        {
            await server.Client.PostAsync("queue/pause", null);
            job = (await server.PostJobAsync("photos", photo)).AbsolutePath;
            cancelled = (await server.PostJobAsync("photos", photo)).AbsolutePath;
            await server.Client.PostAsync(cancelled + "/cancel", null);
        }

        await using var next = await StartAsync();
        using var worker = new Worker(database.Connection, folder["files"], photos: 2);
        await Task.Delay(1500);
        Assert.Equal(0L, await database.AskAsync("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"));
        Assert.Equal("queued", (await next.ViewAsync(new Uri(next.Address, job))).GetProperty("state").GetString());
        using (var resumed = await next.Client.PostAsync("queue/resume", null))
        {
            var queue = await resumed.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((false, 2),
                (queue.GetProperty("isPaused").GetBoolean(), queue.GetProperty("workers").GetInt32()));
        }

        Assert.Equal("done", (await next.WaitAsync(new Uri(next.Address, job))).GetProperty("state").GetString());
        Assert.Equal("cancelled",
            (await next.ViewAsync(new Uri(next.Address, cancelled))).GetProperty("state").GetString());
        using var again = await next.Client.PostAsync(cancelled + "/restart", null);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal("done", (await next.WaitAsync(new Uri(next.Address, cancelled))).GetProperty("state").GetString());
        using var waited = await next.PostAsync("photos", Server.Form(photo)); // answered with the picture
        Assert.Equal((HttpStatusCode.OK, "image/png"),
            (waited.StatusCode, waited.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Worker_Stopped_PutsItsFilmBack()
    {
        PostgreSql.SkipWithout();
        await using var server = await StartAsync();
        var sent = FilmFile.Make(folder["sent.mp4"], 8);
        var film = await server.PostJobAsync("films", await File.ReadAllBytesAsync(sent), ("container", "mp4"));
        using (var first = new Worker(database.Connection, folder["files"]))
        {
            await UntilAsync(server, film, view => view.GetProperty("done").GetInt64() > 0);
            Assert.Equal(0, await first.EndAsync());
        }

        Assert.Equal("queued", (await server.ViewAsync(film)).GetProperty("state").GetString());
        using var second = new Worker(database.Connection, folder["files"]);
        Assert.Equal("done", (await server.WaitAsync(film)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Worker_KilledBetweenTwoStates_KeepsNobodyWaitingForItsLock()
    {
        PostgreSql.SkipWithout();
        await using var server = await StartAsync();
        var photo = await server.PostJobAsync("photos", Server.Grey());
        await database.AskAsync(
            "INSERT INTO colorist.lock (resource, acquired)"
            + " SELECT 'colorist:job:' || max(id) || ':state-lock', now() - interval '8 seconds' FROM colorist.job");
        using var worker = new Worker(database.Connection, folder["files"]);
        Assert.Equal("done", (await server.WaitAsync(photo)).GetProperty("state").GetString());
        Assert.Equal(0, await worker.EndAsync());
    }

    [Fact]
    public async Task FilmSession_PartAndWhole_AreColoredByAnotherMachine()
    {
        PostgreSql.SkipWithout();
        await using var server = await StartAsync();
        using var worker = new Worker(database.Connection, folder["files"]);
        var sent = FilmFile.Make(folder["sent.mp4"], 1);
        using var opened = await server.PostAsync("film-sessions", Server.Form(await File.ReadAllBytesAsync(sent)));
        var session = opened.Headers.Location!;
        var (from, to) = (TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.6));
        using var part = await server.PostAsync(
            session + "/result", Server.Form(null, ("from", "0.2"), ("to", "0.6"), ("container", "mp4")));
        using var whole = await server.PostAsync(session + "/result", Server.Form(null, ("container", "mp4")));
        await CheckAsync(part, new FilmOptions { From = from, To = to });
        await server.Client.DeleteAsync(session);
        await CheckAsync(whole, new FilmOptions());
        Assert.Equal(0, await worker.EndAsync());

        async Task CheckAsync(HttpResponseMessage accepted, FilmOptions options)
        {
            var job = new Uri(server.Address, accepted.Headers.Location!);
            Assert.Equal("done", (await server.WaitAsync(job)).GetProperty("state").GetString());
            new FilmColorizer(server.Colorizer)
                .Colorize(Film.Open(sent), folder["expected.mp4"], options with { Overwrite = true });
            Assert.Equal(await File.ReadAllBytesAsync(folder["expected.mp4"]),
                await server.Client.GetByteArrayAsync(job + "/result"));
        }
    }

    /// <summary>A film of 400 frames; its first shot, 250 of them, is a part that need not be coloured again.</summary>
    private string TwoShots() => FilmFile.Make(folder["sent.mp4"], 16, "-vf",
        "zoompan=z='1+0.01*on':d=1:x='on':y='on':s=96x72,negate=enable='gte(n,250)',format=yuv420p");

    private Task<Server> StartAsync()
    {
        Directory.CreateDirectory(folder["files"]);
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder["files"]); // as some type it
        return Server.StartAsync(queue: database.Connection, files: relative);
    }

    private static async Task UntilAsync(Server server, Uri job, Predicate<JsonElement> reached)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            var view = await server.ViewAsync(job);
            if (reached(view)) return;
            Assert.DoesNotContain(view.GetProperty("state").GetString(), (string[])["failed", "cancelled"]);
            await Task.Delay(25);
        }

        throw new TimeoutException($"{job} does not get there.");
    }
}
