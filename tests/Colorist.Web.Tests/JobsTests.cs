using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Colorist.Web.Tests;

public sealed class JobsTests : ServedTests
{
    [Fact]
    public async Task Queue_Paused_BeginsNothingUntilItIsResumed()
    {
        using var paused = await server.Client.PostAsync("queue/pause", null);
        Assert.True((await paused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("isPaused").GetBoolean());
        var job = await server.PostJobAsync("photos", Server.Grey());
        await Task.Delay(800);
        Assert.Equal("queued", await StateAsync(job));
        using var resumed = await server.Client.PostAsync("queue/resume", null);
        Assert.Equal("done", (await server.WaitAsync(job)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Film_CancelledAndStartedAgain_IsWhole()
    {
        var film = await File.ReadAllBytesAsync(FilmFile.Make(folder["film.mp4"], 4));
        var job = await server.PostJobAsync("films", film);
        while (await StateAsync(job) != "running") await Task.Delay(20);
        using var cancelled = await server.Client.PostAsync(job + "/cancel", null);
        Assert.Equal("cancelled", await StateAsync(job));
        await Task.Delay(600); // whoever worked on it has heard
        Assert.Equal("cancelled", await StateAsync(job));
        using var again = await server.Client.PostAsync(job + "/restart", null);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        var over = await server.WaitAsync(job);
        Assert.Equal("done 100", $"{over.GetProperty("state")} {over.GetProperty("done")}");
        await File.WriteAllBytesAsync(folder["result.mkv"], await server.Client.GetByteArrayAsync(job + "/result"));
        Assert.Equal(100, FilmFile.Times(folder["result.mkv"]).Length);
    }

    [Fact]
    public async Task Job_BeyondItsTime_FailsAndSaysSo()
    {
        await using var hurried = await Server.StartAsync(new ServerLimits { FilmTime = TimeSpan.FromSeconds(0.5) });
        var film = await File.ReadAllBytesAsync(FilmFile.Make(folder["film.mp4"], 20));
        using var answer = await hurried.PostAsync("films", Server.Form(film));
        var over = await hurried.WaitAsync(new Uri(hurried.Address, answer.Headers.Location!));
        Assert.Equal("file: expected at most 0.5 seconds of work, found more",
            over.GetProperty("problem").GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Job_WhoseFolderCannotBeUsed_Fails()
    {
        using var paused = await server.Client.PostAsync("queue/pause", null);
        var job = await server.PostJobAsync("photos", Server.Grey());
        Directory.CreateDirectory(Path.Combine(server.Storage, job.Segments[^1], "in-use")); // where a file should be
        using var resumed = await server.Client.PostAsync("queue/resume", null);
        var over = await server.WaitAsync(job);
        Assert.Equal("failed 500", $"{over.GetProperty("state")} {over.GetProperty("problem").GetProperty("status")}");
    }

    [Fact]
    public void Order_ToJsonAndBack_IsTheSame()
    {
        var fields = new FormFields(ApiSubject.Photo);
        foreach (var (option, value) in (List<(ApiOption, string)>)
            [(ApiOptions.Saturation, "1.25"), (ApiOptions.Vivid, "true"), (ApiOptions.Mood, "dusk"),
                (ApiOptions.Mood, "dawn=2"), (ApiOptions.Style, "/one/style.3"), (ApiOptions.Format, "png")])
            fields.Add(option, value);
        var order = new JobOrder
        {
            Kind = ApiSubject.Photo,
            Name = "a \"b\".png",
            Output = "result.png",
            Model = "tiny",
            Options = FieldsJson.ToJson(fields)
        };
        Assert.Equal(
            """{"kind":"photo","name":"a \u0022b\u0022.png","output":"result.png","model":"tiny","options":"""
            + """{"saturation":1.25,"mood":["dusk","dawn=2"],"style":["style.3"],"vivid":true,"format":"png"},"""
            + "\"isPainted\":false}", order.ToJson());
        var back = FieldsJson.Read(JobOrder.Parse(order.ToJson()).Options, ApiSubject.Photo, "/other");
        Assert.Equal(("1.25", "/other/style.3", true),
            (back.One(ApiOptions.Saturation), back.One(ApiOptions.Style), back.Flag(ApiOptions.Vivid)));
        Assert.Equal(["dusk", "dawn=2"], back.Many(ApiOptions.Mood));
    }

    [Theory]
    [InlineData(""","isPained":true}""", "expected a known key such as isPainted, found isPained in line 1")]
    [InlineData("", "expected a job, found no JSON in line 1")]
    public void Order_ThatIsNone_IsRefused(string end, string message)
    {
        var json = """{"kind":"photo","name":"","output":"result.png","model":"tiny","options":{}""" + end;
        Assert.EndsWith(
            message, Assert.Throws<QueueException>(() => JobOrder.Parse(json)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"saturatoin":1}""", "expected the fields file, strength")]
    [InlineData("""{"saturation":7}""", "saturation: expected a number 0 to 3, found 7")]
    [InlineData("""{"vivid":1}""", "vivid: expected true or false, found 1")]
    public void Options_ThatAreNone_AreRefused(string json, string message)
    {
        var options = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
        Assert.StartsWith(message,
            Assert.Throws<Refusal>(() => FieldsJson.Read(options, ApiSubject.Photo, "/")).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "/tmp", "expected a queue for the files of several machines, found none")]
    [InlineData("Host=db", null, "expected a folder for the files that all machines of the queue share, found none")]
    [InlineData("secret", "/tmp",
        "expected a queue such as Host=db;Database=colorist;Username=colorist;Password=…, found something else")]
    [InlineData("Host=db", "/no/such", "expected a folder for the files that is there, found no /no/such")]
    public void Options_OfAQueueThatCannotBe_AreRefused(string? queue, string? files, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(
            new ServerOptions { Queue = queue, Files = files }.CheckQueue).Message);

    [Fact]
    public void Options_OfFilesThatNobodyWrites_AreRefused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "no folder here that even root cannot write");
        Assert.StartsWith("expected a folder for the files that can be written, found ",
            Assert.Throws<ArgumentException>(
                new ServerOptions { Queue = "Host=db", Files = "/proc" }.CheckQueue).Message,
            StringComparison.Ordinal);
        new ServerOptions { Queue = "Host=db", Files = folder.Path }.CheckQueue();
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Work_QueueThatDoesNotAnswer_IsOneLine()
    {
        var options = new ServerOptions
        {
            Queue = $"Host={folder.Path};Username=nobody",
            Files = folder.Path,
            Model = Server.Model.Value
        };
        var error = await Assert.ThrowsAsync<QueueException>(
            () => WorkServer.RunAsync(options, TestContext.Current.CancellationToken));
        Assert.StartsWith("queue: expected a PostgreSQL that answers, found ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private async Task<string?> StateAsync(Uri job) => (await server.ViewAsync(job)).GetProperty("state").GetString();
}
