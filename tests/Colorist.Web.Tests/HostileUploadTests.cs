using System.Text;
using System.Text.Json;

namespace Colorist.Web.Tests;

public sealed class HostileUploadTests() : ServedTests(new ServerLimits { Pixels = 1_000_000 })
{
    [Theory]
    [InlineData("../../../etc/passwd", "passwd-colour.png")]
    [InlineData("C:\\Windows\\win.ini", "win-colour.png")]
    [InlineData("a\u0001b<c>:d.png", "abcd-colour.png")]
    [InlineData("...", "picture-colour.png")]
    public async Task Post_Name_NeverReachesTheFileSystem(string name, string answered)
    {
        var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Server.Grey());
        file.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        form.Add(file);
        using var answer = await server.PostAsync("photos", form, "respond-async");
        var job = new Uri(server.Address, answer.Headers.Location!);
        await server.WaitAsync(job);
        Assert.Equal(["file", "result.png"], Directory.GetFiles(server.Storage, "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName).Where(file => file != "in-use").Order());
        using var result = await server.Client.GetAsync(job + "/result");
        Assert.Equal(answered, result.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", result.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData(60_000, 60_000, 415, "claim to be 60000×60000")] // a bomb
    [InlineData(1001, 1000, 422, "expected at most 1000000 pixels, found 1001×1000")]
    public async Task Post_PictureOfTooManyPixels_IsRefusedUnread(int width, int height, int status, string words)
    {
        using var answer =
            await server.PostAsync("photos", Server.Form(TransparentPng.File(width, height, 0, new byte[100])));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(words, await Detail(answer), StringComparison.Ordinal);
        Assert.True(await server.IsEmptyAsync());
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>")]
    [InlineData("#!/bin/sh")]
    [InlineData("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n")]
    [InlineData("ffconcat version 1.0\nfile /etc/passwd\n")]
    public async Task Post_NoPictureAndNoFilm_IsRefusedWhateverItIsCalled(string content)
    {
        foreach (var path in (string[])["photos", "films", "sessions"])
        {
            using var answer = await server.PostAsync(path, Server.Form(Encoding.ASCII.GetBytes(content)));
            Assert.Equal(415, (int)answer.StatusCode);
            Assert.StartsWith("file: expected", await Detail(answer), StringComparison.Ordinal);
        }

        Assert.True(await server.IsEmptyAsync());
    }

    [Fact]
    public async Task Post_CutInTheMiddleOfAPicture_SaysSo()
    {
        var half = Server.Grey(width: 200, height: 200);
        using var answer = await server.PostAsync("photos", Server.Form(half[..(half.Length / 2)]));
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.StartsWith("file: expected a complete picture, found", await Detail(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TenThousandFields_AreTooMany()
    {
        var form = Server.Form(Server.Grey());
        for (var i = 0; i < 10_000; i++) form.Add(new StringContent("dusk"), "mood");
        using var answer = await server.PostAsync("photos", form);
        Assert.Equal(413, (int)answer.StatusCode);
        Assert.True(await server.IsEmptyAsync());
    }

    [Theory]
    [InlineData("saturation", "NaN", "saturation: expected a number 0 to 3, found NaN")]
    [InlineData("saturation", "1,5", "saturation: expected a number 0 to 3, found 1,5")]
    [InlineData("vivid", "yes", "vivid: expected true or false, found yes")]
    [InlineData("format", "exe", "format: expected jpg, png, tif, webp, avif, found exe")]
    [InlineData("hint", "1,2,red", "hint: expected x,y,#rrggbb, found 1,2,red")]
    [InlineData("hint", "900,2,#ffffff", "file: expected hints within its 48×40 pixels, found one at 900,2")]
    [InlineData("mood", "noon", "expected a mood of the model tiny (dusk), found noon")]
    [InlineData("url", "http://example.org/a.png",
        "expected the fields file, strength, saturation, liveliness, caution, temperature, tint, preset, balance, hue-map, limit, mood, style, style-strength, palette, reference, vivid, "
        + "mask, hints, hint, hints-only, side-by-side, recolour, no-note, format, quality, found url")]
    public async Task Post_OptionThatIsNone_IsRefusedInOneLine(string name, string value, string detail)
    {
        using var answer = await server.PostAsync("photos", Server.Form(Server.Grey(), (name, value)));
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(detail, await Detail(answer));
    }

    [Fact]
    public async Task Post_ConnectionCutWhileSending_LeavesNothing()
    {
        await server.SendRawAsync(
            "POST /api/v1/photos HTTP/1.1\nHost: localhost\nContent-Type: multipart/form-data; boundary=x\nContent-Length: 90000\n\n"
            + "--x\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\n\n" + new string('a', 30_000),
            reads: false);
        using var answer = await server.PostAsync("photos", Server.Form(Server.Grey()));
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.True(await server.IsEmptyAsync());
    }

    private static async Task<string> Detail(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!;
}
