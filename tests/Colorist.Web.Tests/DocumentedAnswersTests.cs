using System.Text;
using System.Text.Json;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Colorist.Web.Tests;

/// <summary>Every answer that the OpenAPI document promises is provoked, and no other comes.</summary>
public sealed class DocumentedAnswersTests : IAsyncLifetime
{
    private static readonly string[] Uploads = ["POST photos", "POST films", "POST sessions", "PUT sessions/{id}/look",
        "POST sessions/{id}/result", "POST film-sessions", "PUT film-sessions/{id}/look",
        "POST film-sessions/{id}/result"];

    private readonly Dictionary<string, Func<Task<int>>> provocations = [];
    private Server server = null!;
    private Server full = null!;

    public async ValueTask InitializeAsync()
    {
        server = await Server.StartAsync(new ServerLimits
        {
            PhotoBytes = 300_000,
            FilmBytes = 300_000,
            BytesPerSecond = 50_000,
            Grace = TimeSpan.FromSeconds(1.1)
        });
        full = await Server.StartAsync(new ServerLimits { Queue = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await full.DisposeAsync();
    }

    [Fact]
    public async Task OpenApi_EveryDocumentedAnswer_IsProvoked()
    {
        await AddUploads();
        await AddJobs();
        await AddSessions();
        await AddFilmSessions();
        AddOthers();
        Assert.Equal(
            (await Documented()).Order(StringComparer.Ordinal), provocations.Keys.Order(StringComparer.Ordinal));
        foreach (var chunk in provocations.Chunk(8))
        {
            var found = await Task.WhenAll(
                chunk.Select(async pair => $"{pair.Key[..pair.Key.LastIndexOf(' ')]} {await pair.Value()}"));
            Assert.Equal(chunk.Select(pair => pair.Key), found);
        }
    }

    /// <summary>What the document says, read by another reader: "POST photos 413".</summary>
    private async Task<IEnumerable<string>> Documented()
    {
        var text = await server.Client.GetStringAsync("/openapi/v1.json");
        Assert.StartsWith("{\n  \"openapi\": \"3.1", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var read = OpenApiDocument.Parse(text, "json", new OpenApiReaderSettings
        {
            RuleSet = ValidationRuleSet.GetDefaultRuleSet()
        });
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        return read.Document!.Paths
            .SelectMany(
                path => path.Value.Operations!.SelectMany(operation => operation.Value.Responses!.Keys.Select(status =>
            $"{operation.Key} {path.Key.Replace("/api/v1/", "", StringComparison.Ordinal)} {status}")));
    }

    private async Task AddUploads()
    {
        var (open, openFilm) = (await Open(), await OpenFilm());
        foreach (var upload in Uploads)
        {
            var (method, path) = (new HttpMethod(upload.Split(' ')[0]), upload.Split(' ')[1]
                .Replace("film-sessions/{id}", openFilm, StringComparison.Ordinal)
                .Replace("sessions/{id}", open, StringComparison.Ordinal));
            var isFilm = path.StartsWith("film", StringComparison.Ordinal);
            Add(upload, 400,
                () =>
                    Raw(
                        $"{method} /api/v1/{path} HTTP/1.1\nHost: localhost\nContent-Type: multipart/form-data; boundary=x\nContent-Length: 20\nConnection: close\n\n--x\nContent-Dispositi"));
            Add(upload, 408,
                () =>
                    Raw(
                        $"{method} /api/v1/{path} HTTP/1.1\nHost: localhost\nContent-Type: multipart/form-data; boundary=x\nContent-Length: 2000\nConnection: close\n\n--x\n"));
            Add(upload, 413, () => Send(method, path, Server.Form([.. new byte[400_000]])));
            Add(upload, 415, () => Send(method, path, new StringContent("<svg/>", Encoding.UTF8, "text/html")));
            Add(upload, 422, () => Send(method, path, Server.Form(Server.Grey(), ("no-such-option", "1"))));
            Add(upload, 429, async () =>
            {
                using var answer = await full.Client
                    .SendAsync(new HttpRequestMessage(HttpMethod.Post, isFilm ? "films" : "photos")
                    {
                        Content = Server.Form(Server.Grey())
                    });
                Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
                return await Checked(answer);
            });
        }
    }

    private async Task AddJobs()
    {
        Add("POST photos", 200, () => Send(HttpMethod.Post, "photos", Server.Form(Server.Grey())));
        Add("POST photos", 202,
            async () => await Checked(await server.PostAsync("photos", Server.Form(Server.Grey()), "respond-async")));
        var film = await FilmAsync();
        Add("POST films", 202, () => Send(HttpMethod.Post, "films", Server.Form(film)));
        var (done, failed, gone) =
            (await Job("saturation", "1"), await Job("mood", "nosuch"), $"jobs/{new string('0', 32)}");
        Add("GET jobs/{id}", 200, () => Get(done));
        Add("GET jobs/{id}/events", 200, () => Get(done + "/events"));
        Add("GET jobs/{id}/result", 200, () => Get(done + "/result"));
        Add("GET jobs/{id}/result", 409, async () =>
        {
            using var answer = await server.PostAsync("films", Server.Form(film), "respond-async");
            return await Get(answer.Headers.Location + "/result");
        });
        Add("GET jobs/{id}/result", 422, () => Get(failed + "/result"));
        Add("GET archive", 200, () => Get($"archive?job={done.Split('/')[1]}"));
        Add("GET archive", 404, () => Get("archive?job=nosuch"));
        Add("GET archive", 409, () => Get($"archive?job={failed.Split('/')[1]}"));
        Add("GET archive", 422, () => Get("archive"));
        foreach (var end in (string[])["", "/events", "/result"])
            Add("GET jobs/{id}" + end, 404, () => Get(gone + end));
        Add("POST jobs/{id}/cancel", 200, () => Send(HttpMethod.Post, done + "/cancel", null));
        Add("POST jobs/{id}/cancel", 404, () => Send(HttpMethod.Post, gone + "/cancel", null));
        Add("POST jobs/{id}/restart", 202, () => Send(HttpMethod.Post, failed + "/restart", null));
        Add("POST jobs/{id}/restart", 404, () => Send(HttpMethod.Post, gone + "/restart", null));
        Add("POST jobs/{id}/restart", 409, () => Send(HttpMethod.Post, done + "/restart", null));
        var ended = await Job("saturation", "1");
        Add("DELETE jobs/{id}", 204, () => Send(HttpMethod.Delete, ended, null));
        Add("DELETE jobs/{id}", 404, () => Send(HttpMethod.Delete, gone, null));
    }

    private async Task AddSessions()
    {
        var (open, ended, gone) = (await Open(), await Open(), $"sessions/{new string('0', 32)}");
        Add("POST sessions", 201, () => Send(HttpMethod.Post, "sessions", Server.Form(Server.Grey())));
        Add("GET sessions/{id}/before", 200, () => Get(open + "/before"));
        Add("GET sessions/{id}/before", 404, () => Get(gone + "/before"));
        Add("GET sessions/{id}/candidates", 200, async () =>
        {
            await using var shipped = await Server.StartAsync(model: Repository.ShippedModel);
            using var opened = await shipped.PostAsync("sessions", Server.Form(Server.Grey()));
            return await Checked(await shipped.Client.GetAsync(opened.Headers.Location + "/candidates?count=2"));
        });
        Add("GET sessions/{id}/candidates", 404, () => Get(gone + "/candidates"));
        Add("GET sessions/{id}/candidates", 422, () => Get(open + "/candidates")); // a model without palettes
        Add("PUT sessions/{id}/look", 200, () => Send(HttpMethod.Put, open + "/look", Server.Nothing));
        Add("PUT sessions/{id}/look", 404, () => Send(HttpMethod.Put, gone + "/look", Server.Nothing));
        Add("PUT sessions/{id}/strokes", 200,
            () => Send(HttpMethod.Put, open + "/strokes", new ByteArrayContent(SessionsTests.Strokes(48, 40))));
        Add("PUT sessions/{id}/strokes", 404, () => Send(HttpMethod.Put, gone + "/strokes", Server.Nothing));
        Add("PUT sessions/{id}/strokes", 413,
            () =>
                Raw(
                    $"PUT /api/v1/{open}/strokes HTTP/1.1\nHost: localhost\nContent-Length: 99999999\nConnection: close\n\n"));
        Add("PUT sessions/{id}/strokes", 422,
            () => Send(HttpMethod.Put, open + "/strokes", new ByteArrayContent(SessionsTests.Strokes(20, 20))));
        Add("POST sessions/{id}/result", 200, () => Send(HttpMethod.Post, open + "/result", Server.Nothing));
        Add("POST sessions/{id}/result", 202,
            async () => await Checked(await server.PostAsync(open + "/result", Server.Nothing, "respond-async")));
        Add("POST sessions/{id}/result", 404, () => Send(HttpMethod.Post, gone + "/result", Server.Nothing));
        Add("DELETE sessions/{id}", 204, () => Send(HttpMethod.Delete, ended, null));
        Add("DELETE sessions/{id}", 404, () => Send(HttpMethod.Delete, gone, null));
    }

    private async Task AddFilmSessions()
    {
        var (open, ended, gone) =
            (await OpenFilm(), await OpenFilm(), $"film-sessions/{new string('0', 32)}");
        var film = await FilmAsync();
        Add("POST film-sessions", 201, () => Send(HttpMethod.Post, "film-sessions", Server.Form(film)));
        Add("GET film-sessions/{id}", 200, () => Get(open));
        Add("PUT film-sessions/{id}/look", 204, () => Send(HttpMethod.Put, open + "/look", Server.Nothing));
        Add("POST film-sessions/{id}/result", 202, () => Send(HttpMethod.Post, open + "/result", Server.Nothing));
        Add("DELETE film-sessions/{id}", 204, () => Send(HttpMethod.Delete, ended, null));
        foreach (var picture in (string[])["still", "after"])
        {
            Add($"GET film-sessions/{{id}}/shots/{{number}}/{picture}", 200, () => Get($"{open}/shots/1/{picture}"));
            Add($"GET film-sessions/{{id}}/shots/{{number}}/{picture}", 404, () => Get($"{open}/shots/9/{picture}"));
        }

        Add("GET film-sessions/{id}", 404, () => Get(gone));
        Add("PUT film-sessions/{id}/look", 404, () => Send(HttpMethod.Put, gone + "/look", Server.Nothing));
        Add("POST film-sessions/{id}/result", 404, () => Send(HttpMethod.Post, gone + "/result", Server.Nothing));
        Add("DELETE film-sessions/{id}", 404, () => Send(HttpMethod.Delete, gone, null));
    }

    private void AddOthers()
    {
        Add("GET queue", 200, () => Get("queue"));
        foreach (var change in (string[])["pause", "resume"])
            Add("POST queue/" + change, 200,
                async () => await Checked(await full.Client.PostAsync("queue/" + change, null)));
        foreach (var path in (string[])["models", "moods", "presets", "options", "/health/live", "/health/ready"])
            Add("GET " + path, 200, () => Get(path));
        Add("GET /health/ready", 429, async () => await Checked(await full.Client.GetAsync("/health/ready")));
        Add("GET /health/ready", 503, async () =>
        {
            await using var broken = await Server.StartAsync();
            Directory.Delete(broken.Storage, recursive: true);
            await File.WriteAllTextAsync(broken.Storage, "in the way");
            var status = await Checked(await broken.Client.GetAsync("/health/ready"));
            File.Delete(broken.Storage);
            return status;
        });
    }

    private void Add(string operation, int status, Func<Task<int>> provoke) =>
        provocations.Add($"{operation} {status}", provoke);

    private async Task<string> Open()
    {
        using var answer = await server.PostAsync("sessions", Server.Form(Server.Grey()));
        return answer.Headers.Location!.ToString().Replace("/api/v1/", "", StringComparison.Ordinal);
    }

    /// <summary>Opens a film, and waits until a shot is found.</summary>
    private async Task<string> OpenFilm()
    {
        using var answer = await server.PostAsync("film-sessions", Server.Form(await FilmAsync()));
        while (!(await server.Client.GetStringAsync(answer.Headers.Location)).Contains("\"number\":1",
            StringComparison.Ordinal)) await Task.Delay(50);
        return answer.Headers.Location!.ToString().Replace("/api/v1/", "", StringComparison.Ordinal);
    }

    private static async Task<byte[]> FilmAsync()
    {
        using var folder = new TemporaryFolder();
        return await File.ReadAllBytesAsync(FilmFile.Make(folder["film.mp4"], 0.5));
    }

    private async Task<string> Job(string option, string value)
    {
        using var answer =
            await server.PostAsync("photos", Server.Form(Server.Grey(), (option, value)), "respond-async");
        await server.WaitAsync(new Uri(server.Address, answer.Headers.Location!));
        return answer.Headers.Location!.ToString().Replace("/api/v1/", "", StringComparison.Ordinal);
    }

    private Task<int> Get(string path) => Send(HttpMethod.Get, path, null);

    private async Task<int> Send(HttpMethod method, string path, HttpContent? content) =>
        await Checked(await server.Client.SendAsync(new HttpRequestMessage(method, path) { Content = content }));

    private async Task<int> Raw(string request)
    {
        var answer = await server.SendRawAsync(request);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        return int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Problems are of the one form, and say nothing about the server's files.</summary>
    private static async Task<int> Checked(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (status < 400) return status;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.All(
            (string[])["type", "title", "detail"], member => Assert.NotEmpty(problem.GetProperty(member).GetString()!));
        Assert.DoesNotContain(Path.GetTempPath(), text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        answer.Dispose();
        return status;
    }
}
