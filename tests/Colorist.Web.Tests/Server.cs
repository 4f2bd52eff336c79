using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Colorist.Web.Tests;

/// <summary>The real server on a free port, with a tiny model.</summary>
internal sealed class Server : IAsyncDisposable
{
    public static readonly Lazy<string> Model = new(MakeModel);

    private readonly WebApplication app;
    private readonly Colorizer colorizer;

    private Server(ServerOptions options)
    {
        colorizer = Colorizer.Load(options.Model);
        app = WebServer.Build(options, colorizer);
    }

    public Uri Address => new(app.Urls.First());

    public HttpClient Client { get; private set; } = new();

    public Colorizer Colorizer => colorizer;

    /// <summary>Where uploads lie.</summary>
    public string Storage => app.Services.GetRequiredService<Storage>().Root;

    public static async Task<Server> StartAsync(
        ServerLimits? limits = null, string? token = null, string? model = null, string? study = null,
        string? queue = null, string? files = null)
    {
        var server = new Server(new ServerOptions
        {
            Port = 0,
            Token = token,
            Limits = limits ?? new ServerLimits(),
            Model = model ?? Model.Value,
            Study = study,
            Queue = queue,
            Files = files,
        });
        await server.app.StartAsync();
        server.Client = new HttpClient
        {
            BaseAddress = new Uri(server.Address, "/api/v1/"),
            Timeout = TimeSpan.FromSeconds(60)
        };
        return server;
    }

    /// <summary>A form with a file and options.</summary>
    public static MultipartFormDataContent Form(byte[]? file, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        if (file is not null) form.Add(new ByteArrayContent(file), "file", "old photo.png");
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return form;
    }

    /// <summary>No body.</summary>
    public static HttpContent Nothing => new ByteArrayContent([]);

    /// <summary>A small grey photo.</summary>
    public static byte[] Grey(string extension = ".png", int width = 48, int height = 40, int seed = 2)
    {
        using var photo = Photo.FromLightness(Samples.Lightness(width, height, seed));
        using var stream = new MemoryStream();
        photo.Save(stream, extension);
        return stream.ToArray();
    }

    /// <summary>A request that rather has a job than waits.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content, string? prefer = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        return Client.SendAsync(request);
    }

    /// <summary>Sends a file that becomes a job.</summary>
    /// <returns>Where the job is looked at.</returns>
    public async Task<Uri> PostJobAsync(string path, byte[] file, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(path, Form(file, fields), "respond-async");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return new Uri(Address, answer.Headers.Location!);
    }

    /// <summary>How a job is.</summary>
    public Task<JsonElement> ViewAsync(Uri job) => Client.GetFromJsonAsync<JsonElement>(job);

    /// <summary>Sends bytes as they are, waits, and gives what came back before the connection ended.</summary>
    public async Task<string> SendRawAsync(string text, bool reads = true)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\r\n")));
        if (!reads) return "";
        using var reader = new StreamReader(stream);
        try
        {
            return await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>Waits until a job is over.</summary>
    public async Task<JsonElement> WaitAsync(Uri job)
    {
        var view = await ViewAsync(job);
        for (var tries = 0; tries < 2400; tries++) // others may be at work
        {
            if (view.GetProperty("state").GetString() is not ("queued" or "running")) return view;
            await Task.Delay(50);
            view = await ViewAsync(job);
        }

        throw new TimeoutException($"{job} is not over: {view}");
    }

    /// <summary>Waits until no upload lies around any more.</summary>
    public async Task<bool> IsEmptyAsync()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (Directory.GetDirectories(Storage).Length == 0) return true;
            await Task.Delay(50);
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        colorizer.Dispose();
    }

    private static string MakeModel()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "tiny-model");
        var sizes = NetworkSizes.Tiny;
        ModelExport.Write(folder, Samples.Network(sizes), Samples.Card(sizes));
        var card = ModelCard.Read(Path.Combine(folder, ModelCard.FileName));
        var probabilities = Enumerable.Repeat(1f / card.Labels.Count, card.Labels.Count).ToArray();
        MoodFile.Write(Path.Combine(folder, MoodFile.FileName), card,
            [new Mood("dusk", "made up", Samples.Scene(card.GlobalFeatures) with { Probabilities = probabilities })]);
        return folder;
    }
}
