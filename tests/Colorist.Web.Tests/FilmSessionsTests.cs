using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Colorist.Web.Tests;

public sealed class FilmSessionsTests() : ServedTests(new ServerLimits { Shots = 2 })
{
    [Fact]
    public async Task Session_FilmOfShots_GivesTheFirstTwoAndTheirStills()
    {
        var sent = Film.Open(Reel("reel.mp4", "camera.png", "rocket.jpg", "coffee.png"));
        var session = await FoundAsync(sent.Path);
        Assert.Equal("160 120 mp4", string.Join(' ', ((string[])["width", "height", "container"])
            .Select(name => session.GetProperty(name).ToString())));
        var shots = session.GetProperty("shots").EnumerateArray().ToList();
        Assert.Equal([0, 0.4], shots.ConvertAll(shot => shot.GetProperty("from").GetDouble()));
        Assert.Equal([0.4, 0.8], shots.ConvertAll(shot => shot.GetProperty("to").GetDouble()));
        var path = Path(session);
        using var still = Photo.Load(await server.Client.GetByteArrayAsync(path + "/shots/2/still"), "still");
        using var expected = sent.Still(TimeSpan.FromSeconds(shots[1].GetProperty("time").GetDouble()));
        Assert.Equal(expected.ToRgb(), still.ToRgb());

        var plain = await server.Client.GetByteArrayAsync(path + "/shots/2/after");
        using var colored = Photo.Load(plain, "after");
        Assert.Equal((160, 120, true), (colored.Width, colored.Height, colored.HasColor()));
        using var changed = await server.Client.PutAsync(path + "/look", Server.Form(null, ("mood", "dusk")));
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.NotEqual(plain, await server.Client.GetByteArrayAsync(path + "/shots/2/after"));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(path + "/shots/3/still")).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(path)).StatusCode);
        Assert.True(await server.IsEmptyAsync());
    }

    [Fact]
    public async Task Result_ShortPart_HasStrokesAndNeverWaitsForFilms()
    {
        var sent = Reel("reel.mp4", "camera.png", "rocket.jpg");
        var session = await FoundAsync(sent);
        var longOne = await File.ReadAllBytesAsync(FilmFile.Make(folder["long.mp4"], 60));
        var waiting = await server.PostJobAsync("films", longOne);

        var form = Server.Form(null, ("from", "0.4"), ("to", "0.7"), ("hints-at", "0.5"), ("container", "mp4"));
        form.Add(new ByteArrayContent(SessionsTests.Strokes(160, 120)), "hints", "strokes.png");
        using var answer = await server.PostAsync(Path(session) + "/result", form);
        var job = new Uri(server.Address, answer.Headers.Location!);
        Assert.Equal("done", (await server.WaitAsync(job)).GetProperty("state").GetString());
        Assert.Equal("running", (await server.ViewAsync(waiting)).GetProperty("state").GetString());
        await server.Client.DeleteAsync(waiting);
        new FilmColorizer(server.Colorizer).Colorize(Film.Open(sent), folder["expected.mp4"], new FilmOptions
        {
            From = TimeSpan.FromSeconds(0.4),
            To = TimeSpan.FromSeconds(0.7),
            Hints =
            [
                new FilmHints(
                    TimeSpan.FromSeconds(0.5), Hints.Load(SessionsTests.Strokes(160, 120), "strokes", 160, 120)),
            ],
        });
        Assert.Equal(await File.ReadAllBytesAsync(folder["expected.mp4"]),
            await server.Client.GetByteArrayAsync(job + "/result"));
    }

    [Fact]
    public async Task Result_Whole_OutlivesTheSession()
    {
        var session = await FoundAsync(Reel("reel.mp4", "camera.png", "rocket.jpg"));
        using var answer = await server.PostAsync(Path(session) + "/result", Server.Nothing);
        await server.Client.DeleteAsync(Path(session));
        var job = new Uri(server.Address, answer.Headers.Location!);
        var over = await server.WaitAsync(job);
        Assert.Equal("done 20", $"{over.GetProperty("state")} {over.GetProperty("done")}");
        await server.Client.DeleteAsync(job);
        Assert.True(await server.IsEmptyAsync());
    }

    [Fact]
    public async Task Post_FilmInColor_NeedsRecolour()
    {
        var sent = await File.ReadAllBytesAsync(FilmFile.MakeInColor(folder["film.mp4"], 0.2));
        using var refused = await server.PostAsync("film-sessions", Server.Form(sent));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("\"option\":\"recolour\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await server.IsEmptyAsync());
        using var opened = await server.PostAsync("film-sessions", Server.Form(sent, ("recolour", "true")));
        using var answer = await server.PostAsync(opened.Headers.Location + "/result", Server.Nothing);
        var over = await server.WaitAsync(new Uri(server.Address, answer.Headers.Location!));
        Assert.Equal("done", over.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Post_SoundThatMp4DoesNotTake_GetsAContainerThatDoes()
    {
        var sent = FilmFile.Make(folder["film.avi"], 0.4, "-c:a", "pcm_s16le", "-c:v", "mjpeg");
        var session = await FoundAsync(sent);
        Assert.Equal("mov", session.GetProperty("container").GetString());
    }

    private static string Path(JsonElement session) => $"film-sessions/{session.GetProperty("id").GetString()}";

    /// <summary>Ten frames of each picture, in grey, 160×120, 25 a second.</summary>
    private string Reel(string name, params string[] samples) => ReelFile.Make(folder[name], 0.4, samples);

    /// <summary>Opens a film and waits until its shots are found.</summary>
    private async Task<JsonElement> FoundAsync(string film)
    {
        using var answer =
            await server.PostAsync("film-sessions", Server.Form(await File.ReadAllBytesAsync(film)));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        for (var tries = 0; tries < 400; tries++)
        {
            var view = await server.Client.GetFromJsonAsync<JsonElement>(answer.Headers.Location);
            if (view.GetProperty("search").GetProperty("state").GetString() is not ("queued" or "running")) return view;
            await Task.Delay(50);
        }

        throw new TimeoutException("The shots are not found.");
    }
}
