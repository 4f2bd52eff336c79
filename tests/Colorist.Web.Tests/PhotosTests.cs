using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Colorist.Web.Tests;

public sealed class PhotosTests() : ServedTests(new ServerLimits { PixelsAtOnce = 100 * 100 })
{
    [Theory]
    [InlineData(".png", "image/png")]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".tif", "image/tiff")]
    [InlineData(".webp", "image/webp")]
    public async Task Post_Photo_AnswersItInColorInItsFormat(string extension, string contentType)
    {
        var sent = Server.Grey(extension);
        using var answer = await server.PostAsync("photos", Server.Form(sent));
        Assert.Equal(
            (HttpStatusCode.OK, contentType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"old photo-colour{extension}", answer.Content.Headers.ContentDisposition?.FileNameStar);
        using var photo = Photo.Load(sent, "sent");
        using var expected = server.Colorizer.Colorize(photo);
        using var stream = new MemoryStream();
        expected.Save(stream, extension);
        Assert.Equal(stream.ToArray(), await answer.Content.ReadAsByteArrayAsync());
        Assert.True(await server.IsEmptyAsync());
    }

    [Fact]
    public async Task Post_BareBytes_AreColoredAsAForm()
    {
        var bare = new ByteArrayContent(Server.Grey())
        {
            Headers =
        {
            ContentType = new MediaTypeHeaderValue("image/png")
        }
        };
        using var one = await server.PostAsync("photos?saturation=0.5&mood=dusk&format=webp", bare);
        using var other = await server.PostAsync(
            "photos", Server.Form(Server.Grey(), ("saturation", "0.5"), ("mood", "dusk"), ("format", "webp")));
        Assert.Equal("image/webp", one.Content.Headers.ContentType?.MediaType);
        Assert.Equal(await other.Content.ReadAsByteArrayAsync(), await one.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Post_Options_ChangeThePicture()
    {
        (string, string)[] none = [];
        var pictures = new List<string>();
        foreach (var fields in new[]
        {
            none, [("saturation", "0.5")], [("strength", "0.2")], [("mood", "dusk")],
            [("mood", "dusk"), ("style-strength", "0.5")],
            [("hint", "5,5,#c02020")], [("hint", "5,5,#c02020"), ("hints-only", "true")], [("side-by-side", "true")],
            [("no-note", "true")],
            [("temperature", "60")], [("tint", "-50")], [("balance", "auto")],
            [("hue-map", "blue->brown:0.9"), ("hue-map", "red->green")],
            [("limit", "skin=4"), ("limit", "reds=4")],
        })
        {
            using var answer = await server.PostAsync("photos", Server.Form(Server.Grey(), fields));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            pictures.Add(Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync()));
        }

        Assert.Equal(pictures.Count, pictures.Distinct().Count());
    }

    [Fact]
    public async Task Post_PicturesAsOptions_AreRead()
    {
        var form = Server.Form(Server.Grey());
        form.Add(new ByteArrayContent(Server.Grey(seed: 9)), "style", "style.png");
        using var answer = await server.PostAsync("photos", form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        using var plain = await Picture(Server.Form(Server.Grey()));
        form = Server.Form(Server.Grey(), ("saturation", "0"));
        form.Add(new ByteArrayContent(Half()), "mask", "mask.png");
        using var masked = await Picture(form);
        // black: as without the saturation
        Assert.Equal(plain.ToRgb()[..(3 * 48 * 18)], masked.ToRgb()[..(3 * 48 * 18)]);
        // white: grey
        Assert.All(masked.ToRgb()[^(3 * 48 * 18)..].Chunk(3), pixel => Assert.InRange(pixel.Max() - pixel.Min(), 0, 1));

        form = Server.Form(Server.Grey());
        form.Add(new ByteArrayContent(Server.Grey(seed: 9)), "reference", "/etc/../reference.png");
        using var refused = await server.PostAsync("photos", form);
        Assert.Equal(
            "reference: expected a picture in colour to refer to, found a grey or toned one", await Detail(refused));
    }

    private async Task<Photo> Picture(MultipartFormDataContent form)
    {
        using var answer = await server.PostAsync("photos", form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        return await Photo.LoadAsync(stream, "answer");
    }

    /// <summary>As large as <see cref="Server.Grey"/>: black above, white below.</summary>
    private static byte[] Half()
    {
        using var photo =
            Photo.FromRgb(48, 40, [.. Enumerable.Range(0, 3 * 48 * 40).Select(i => (byte)(i < 3 * 48 * 20 ? 0 : 255))]);
        using var stream = new MemoryStream();
        photo.Save(stream, ".png");
        return stream.ToArray();
    }

    [Fact]
    public async Task Put_WhereOnlyPostIs_IsAProblemThatSaysWhatIs()
    {
        using var answer = await server.Client.PutAsync("photos", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("expected POST, found another method", await Detail(answer));
    }

    [Fact]
    public async Task Post_PhotoInColor_IsRefusedUnlessRecolored()
    {
        using var red = Photo.FromRgb(40, 40,
            [.. Enumerable.Range(0, 1600).SelectMany(i => i % 2 == 0 ? new byte[] { 200, 30, 30 } : [30, 120, 30])]);
        using var stream = new MemoryStream();
        red.Save(stream, ".png");
        using var refused = await server.PostAsync("photos", Server.Form(stream.ToArray()));
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Equal("recolour", JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement
            .GetProperty("option").GetString());
        using var answer = await server.PostAsync("photos", Server.Form(stream.ToArray(), ("recolour", "true")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("respond-async", 48)]
    [InlineData("wait=5, respond-async", 48)]
    [InlineData(null, 300)]
    public async Task Post_AsAJobOrLarge_IsAJobToFollow(string? prefer, int side)
    {
        using var answer =
            await server.PostAsync("photos", Server.Form(Server.Grey(width: side, height: side)), prefer);
        Assert.Equal((HttpStatusCode.Accepted, prefer is not null),
            (answer.StatusCode, answer.Headers.Contains("Preference-Applied")));
        var job = new Uri(server.Address, answer.Headers.Location!);
        var over = await server.WaitAsync(job);
        Assert.Equal("done 1 1", $"{over.GetProperty("state")} {over.GetProperty("done")} {over.GetProperty("total")}");
        var events = await server.Client.GetStringAsync(job + "/events");
        Assert.Contains("event: done", events, StringComparison.Ordinal);
        using var picture = Photo.Load(await server.Client.GetByteArrayAsync(job + "/result"), "result");
        Assert.Equal(side, picture.Width);
        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.DeleteAsync(job)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(job)).StatusCode);
        Assert.True(await server.IsEmptyAsync());
    }

    [Fact]
    public async Task Get_Archive_HoldsEveryResultUnderItsOwnName()
    {
        var jobs = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await server.PostAsync("photos", Server.Form(Server.Grey(seed: i)), "respond-async");
            await server.WaitAsync(new Uri(server.Address, answer.Headers.Location!));
            jobs.Add(answer.Headers.Location!.ToString().Split('/')[^1]);
        }

        using var zip = new System.IO.Compression.ZipArchive(
            await server.Client.GetStreamAsync($"archive?job={jobs[0]}&job={jobs[1]}"));
        Assert.Equal(["old photo-colour.png", "old photo-colour-2.png"], zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.True(entry.Length > 100));
    }

    private static async Task<string?> Detail(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString();
}
