using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Colorist.Web.Tests;

public sealed class SessionsTests : ServedTests
{
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

    [Fact]
    public async Task Candidates_OneThatIsChosen_IsWhatIsSeenAndSaved()
    {
        await using var shipped = await Server.StartAsync(model: Repository.ShippedModel);
        using var camera = Photo.Load(Repository.Path("samples", "camera.png"));
        using var copy = Photo.FromLightness(camera.Lightness(120, 90));
        using var stream = new MemoryStream();
        copy.Save(stream, ".png");
        var sent = stream.ToArray();
        using var opened = await shipped.PostAsync("sessions", Server.Form(sent));
        var path = Path(await opened.Content.ReadFromJsonAsync<JsonElement>());
        var found = await shipped.Client.GetFromJsonAsync<JsonElement>(path + "/candidates?count=3");
        Assert.Equal([1, 2, 3], found.EnumerateArray().Select(one => one.GetProperty("number").GetInt32()));
        Assert.False(found[0].TryGetProperty("palette", out _)); // the usual colours
        using var small = Photo.Load(found[2].GetProperty("picture").GetBytesFromBase64(), "small");
        Assert.Equal((120, 90, true), (small.Width, small.Height, small.HasColor()));

        var form = new MultipartFormDataContent();
        form.Add(new StringContent(found[2].GetProperty("palette").GetRawText()), "palette", "third.json");
        using var changed = await shipped.Client.PutAsync(path + "/look", form);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var result = await shipped.PostAsync(path + "/result", Server.Nothing);
        using var saved = Photo.Load(await result.Content.ReadAsByteArrayAsync(), "saved");
        using var photo = Photo.Load(sent, "sent");
        using var expected = photo.WithChroma(shipped.Colorizer.Candidates(photo, 3)[2].Painting.Find().Chroma);
        Assert.Equal(expected.ToRgb(), saved.ToRgb());

        using var refused = await shipped.Client.GetAsync(path + "/candidates?count=1");
        Assert.Contains("count: expected 2 to 9, found another", await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
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
