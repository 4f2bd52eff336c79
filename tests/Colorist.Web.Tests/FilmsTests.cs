using System.Net;

namespace Colorist.Web.Tests;

public sealed class FilmsTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private Server server = null!;

    public async ValueTask InitializeAsync() => server = await Server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

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
    public async Task Delete_FilmInWork_StopsItAndLeavesNothing()
    {
        var sent = await File.ReadAllBytesAsync(FilmFile.Make(folder["film.mp4"], 60));
        using var answer = await server.PostAsync("films", Server.Form(sent));
        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.DeleteAsync(answer.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(answer.Headers.Location)).StatusCode);
        Assert.True(await server.IsEmptyAsync());
    }
}
