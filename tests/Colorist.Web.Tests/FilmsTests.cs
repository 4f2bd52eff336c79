using System.Net;
using System.Text.Json;

namespace Colorist.Web.Tests;

public sealed class FilmsTests : ServedTests
{
    private static readonly (byte, byte, byte) White = (255, 255, 255), Black = (0, 0, 0);

    [Fact]
    public async Task Post_Film_IsColoredWhilePhotosGoOn()
    {
        var sent = FilmFile.Make(folder["film.mp4"], 1);
        using var answer = await server.PostAsync(
            "films", Server.Form(await File.ReadAllBytesAsync(sent), ("container", "mp4"), ("from", "0.2")));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        using var photo = await server.PostAsync("photos", Server.Form(Server.Grey()));
        Assert.Equal(HttpStatusCode.OK, photo.StatusCode);
        var job = new Uri(server.Address, answer.Headers.Location!);
        var over = await server.WaitAsync(job);
        Assert.Equal(
            "done 20 20", $"{over.GetProperty("state")} {over.GetProperty("done")} {over.GetProperty("total")}");
        await File.WriteAllBytesAsync(folder["result.mp4"], await server.Client.GetByteArrayAsync(job + "/result"));
        Assert.Equal(20, FilmFile.Times(folder["result.mp4"]).Length);
    }

    [Fact]
    public async Task Post_Hints_ColorTheirShot()
    {
        var sent = FilmFile.Make(folder["film.mp4"], 0.6);
        var form = Server.Form(await File.ReadAllBytesAsync(sent), ("hint", "0.2=80,60,#c02020"), ("hints-at", "0"),
            ("container", "mp4"));
        form.Add(new ByteArrayContent(SessionsTests.Strokes(160, 120)), "hints", "strokes.png");
        using var answer = await server.PostAsync("films", form);
        var job = new Uri(server.Address, answer.Headers.Location!);
        Assert.Equal("done", (await server.WaitAsync(job)).GetProperty("state").GetString());
        var film = Film.Open(sent);
        new FilmColorizer(server.Colorizer).Colorize(film, folder["expected.mp4"], new FilmOptions
        {
            Hints =
            [
                new FilmHints(TimeSpan.Zero, Hints.Load(SessionsTests.Strokes(160, 120), "strokes", 160, 120)),
                new FilmHints(
                    TimeSpan.FromSeconds(0.2), Hints.FromPoints(160, 120, [(80, 60, 0xc0, 0x20, 0x20)])),
            ],
        });
        Assert.Equal(await File.ReadAllBytesAsync(folder["expected.mp4"]),
            await server.Client.GetByteArrayAsync(job + "/result"));
    }

    [Fact]
    public async Task Post_MaskSharedColorsAndRestoration_AreThoseOfTheLibrary()
    {
        var sent = FilmFile.Make(folder["film.mp4"], 0.6);
        var mask = TransparentPng.Make(160, 120, (x, _) => x < 80 ? White : Black);
        var form = Server.Form(await File.ReadAllBytesAsync(sent), ("shared-colours", "true"), ("deflicker", "true"),
            ("descratch", "true"), ("saturation", "0"), ("mask-at", "0.2"), ("container", "mp4"));
        form.Add(new ByteArrayContent(mask), "mask", "mask.png");
        using var answer = await server.PostAsync("films", form);
        var job = new Uri(server.Address, answer.Headers.Location!);
        Assert.Equal("done", (await server.WaitAsync(job)).GetProperty("state").GetString());
        await File.WriteAllBytesAsync(folder["mask.png"], mask);
        var film = Film.Open(sent);
        new FilmColorizer(server.Colorizer).Colorize(film, folder["expected.mp4"], new FilmOptions
        {
            Look = new Look { Saturation = 0 },
            Masks = [FilmMask.FromFile(folder["mask.png"], film, TimeSpan.FromSeconds(0.2))],
            SharedColors = true,
            Deflicker = true,
            Descratch = true,
        });
        Assert.Equal(await File.ReadAllBytesAsync(folder["expected.mp4"]),
            await server.Client.GetByteArrayAsync(job + "/result"));
    }

    [Theory]
    [InlineData("mask-at", "1:00", "mask-at: expected a time for each of 0 masks, found 1")]
    [InlineData("hint", "80,60,#c02020",
        "hint: expected TIME=x,y,#rrggbb, TIME as seconds, m:ss or h:mm:ss, found 80,60,#c02020")]
    [InlineData("hint", "0=800,60,#c02020", "file: expected hints within its 160×120 pixels, found one at 800,60")]
    [InlineData("hints-at", "1:00", "hints-at: expected a time for each of 0 pictures of hints, found 1")]
    [InlineData("hints-at", "soon", "hints-at: expected seconds, m:ss or h:mm:ss, found soon")]
    public async Task Post_HintsThatAreNone_AreRefusedAtOnce(string name, string value, string detail)
    {
        var film = await File.ReadAllBytesAsync(FilmFile.Make(folder["film.mp4"], 0.2));
        using var answer = await server.PostAsync("films", Server.Form(film, (name, value)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(detail, problem.RootElement.GetProperty("detail").GetString());
        Assert.True(await server.IsEmptyAsync());
    }

    [Fact]
    public async Task Delete_FilmInWork_StopsItAndLeavesNothing()
    {
        var sent = await File.ReadAllBytesAsync(FilmFile.Make(folder["film.mp4"], 60));
        using var answer = await server.PostAsync("films", Server.Form(sent));
        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.DeleteAsync(answer.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(answer.Headers.Location)).StatusCode);
        Assert.True(await server.IsEmptyAsync());
    }
}
