using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Colorist.Web.Tests;

public sealed class SessionsTests : IAsyncLifetime
{
    private Server server = null!;

    public async ValueTask InitializeAsync() => server = await Server.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Session_LargePhoto_ShowsASmallCopyAndSavesTheWhole()
    {
        var session = await Open(Server.Grey(width: 2000, height: 1000));
        Assert.Equal("1600 800 .png",
            $"{session.GetProperty("previewWidth")} {session.GetProperty("previewHeight")} {session.GetProperty("extension").GetString()}");
        var path = Path(session);
        using var before = Photo.Load(await server.Client.GetByteArrayAsync(path + "/before"), "before");
        Assert.Equal((1600, 800, false), (before.Width, before.Height, before.HasColor()));
        using var result = await server.PostAsync(path + "/result", Server.Form(null, ("format", "png")));
        using var photo = Photo.Load(await result.Content.ReadAsByteArrayAsync(), "result");
        Assert.Equal((2000, 1000), (photo.Width, photo.Height));
    }

    [Fact]
    public async Task Session_StrokesAndLook_ShowInTheCopyAndInTheResult()
    {
        var sent = Server.Grey();
        var path = Path(await Open(sent));
        var plain = await Put(path + "/look", Server.Nothing);
        Assert.NotEqual(plain, await Put(path + "/look", Server.Form(null, ("mood", "dusk"))));
        Assert.Equal(plain, await Put(path + "/look", Server.Nothing));
        var painted = await Put(path + "/strokes", Png(Strokes(48, 40)));
        Assert.NotEqual(plain, painted);
        using var result = await server.PostAsync(path + "/result", Server.Nothing);
        using var saved = Photo.Load(await result.Content.ReadAsByteArrayAsync(), "saved");
        using var photo = Photo.Load(sent, "sent");
        using var expected = server.Colorizer
            .Colorize(photo, new Look { Hints = Hints.Load(Strokes(48, 40), "strokes", 48, 40) });
        Assert.Equal(expected.ToRgb(), saved.ToRgb());
        Assert.Equal(plain, await Put(path + "/strokes", Png([]))); // undone
        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.DeleteAsync(path)).StatusCode);
        Assert.True(await server.IsEmptyAsync());
    }

    [Fact]
    public async Task Session_MoreThanAreKeptWarm_FindTheirColorsAgain()
    {
        var first = Path(await Open(Server.Grey()));
        var painted = await Put(first + "/strokes", Png(Strokes(48, 40)));
        for (var i = 0; i < 12; i++) await Put(Path(await Open(Server.Grey(seed: i))) + "/look", Server.Nothing);
        Assert.Equal(painted, await Put(first + "/strokes", Png(Strokes(48, 40))));
    }

    private static string Path(JsonElement session) => $"sessions/{session.GetProperty("id").GetString()}";

    private static ByteArrayContent Png(byte[] bytes) =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };

    /// <summary>A red bar on a transparent ground.</summary>
    internal static byte[] Strokes(int width, int height) =>
        TransparentPng.Make(width, height, (x, y) => y == 12 && x is > 5 and < 30 ? (200, 30, 30) : null);

    private async Task<JsonElement> Open(byte[] photo)
    {
        using var answer = await server.PostAsync("sessions", Server.Form(photo));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<byte[]> Put(string path, HttpContent content)
    {
        using var answer = await server.Client.PutAsync(path, content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
