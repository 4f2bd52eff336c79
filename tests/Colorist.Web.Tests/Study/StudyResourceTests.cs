using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Colorist.Web.Tests;

public sealed class StudyResourceTests : IAsyncLifetime
{
    private const string Token = "a-token-of-many-letters";

    private readonly TemporaryFolder folder = new();
    private Study study = null!;
    private Server server = null!;

    public async ValueTask InitializeAsync()
    {
        study = StudyMaker.Create(folder["study"], StudyPhotoFolders.Make(folder, 6, "truth", "proposed", "baseline"),
            new StudyOptions { Participants = 3 });
        server = await Server.StartAsync(token: Token, study: folder["study"]);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Participant_ToTheEnd_IsKeptAndReported()
    {
        for (var place = 0; place < 6; place++)
        {
            var picture = await server.Client.GetByteArrayAsync($"{Link(0)}/pictures/{place}/0");
            var method = StudyPhotoFolders.MethodOf(picture);
            Assert.Equal(study.Pictures[study.Participants[0].Shown[place][0]].Method, method);
            Assert.Equal(HttpStatusCode.NoContent,
                await Say(0, place, method == "truth" ? "natural" : "unnatural", 1000 + place));
        }

        Assert.Equal((6, 6), await State(0));
        var report = StudyReport.Read(folder["study"]);
        Assert.Equal((3, 1, 1), (report.Participants, report.Begun, report.Finished));
        Assert.Equal([1.0, 0, 0], report.Scores.Select(score => score.Median));
        Assert.All(report.Scores, score => Assert.InRange(score.Seconds, 1, 1.005));
    }

    [Fact]
    public async Task Answers_TwiceCorrectedAndOutOfOrder_AreOneEach()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Say(0, 1, "natural"));
        Assert.Equal(HttpStatusCode.NoContent, await Say(0, 0, "natural"));
        Assert.Equal(HttpStatusCode.NoContent, await Say(0, 0, "natural")); // sent again
        Assert.Equal(HttpStatusCode.NoContent, await Say(0, 0, "unnatural", 2500)); // corrected
        Assert.Equal(HttpStatusCode.NoContent, await Say(0, 1, "natural"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Say(0, 3, "natural"));
        Assert.Equal(HttpStatusCode.NoContent, await Say(0, 2, "natural"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Say(0, 0, "natural"));
        Assert.Equal((3, 6), await State(0));
        Assert.Equal((0, 6), await State(1));
        Assert.Equal((StudyOpinion.Unnatural, 2500), Kept(0, 0));
        var raced = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Say(1, 0, "natural")));
        Assert.All(raced, status => Assert.Equal(HttpStatusCode.NoContent, status));
        Assert.Equal((1, 6), await State(1));
    }

    [Fact]
    public async Task Server_ThatIsStartedAgain_GoesOn()
    {
        await Say(2, 0, "natural");
        await Say(2, 1, "unnatural", 700);
        var before = await server.Client.GetByteArrayAsync($"{Link(2)}/pictures/2/0");
        await server.DisposeAsync();
        server = await Server.StartAsync(study: folder["study"]);
        Assert.Equal((2, 6), await State(2));
        Assert.Equal(before, await server.Client.GetByteArrayAsync($"{Link(2)}/pictures/2/0"));
        Assert.Equal((StudyOpinion.Unnatural, 700), Kept(2, 1));
    }

    [Fact]
    public async Task Nothing_ThatIsSent_SaysWhoseAPictureIs()
    {
        var said = "";
        foreach (var path in (string[])["", "/state", "/pictures/0/0", "/pictures/99/0", "/pictures/0/1"])
        {
            using var answer = await server.Client.GetAsync(Link(0) + path);
            said += $"{answer.Headers}{answer.Content.Headers}";
            Assert.Null(answer.Content.Headers.LastModified);
            Assert.Null(answer.Headers.ETag);
            if (answer.Content.Headers.ContentType?.MediaType != "image/jpeg")
                said += await answer.Content.ReadAsStringAsync();
        }

        said += await server.Client.GetStringAsync("/page/study.js") + await server.Client
            .GetStringAsync("/page/study.css");
        var secrets = study.Methods.Concat(study.Pictures.Keys)
            .Concat(study.Pictures.Values.Select(picture => picture.Photo)).Append("study.json").Append(folder.Path);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase));
        var lengths = new List<(string Photo, long? Length)>();
        foreach (var number in (int[])[0, 1, 2])
        {
            for (var place = 0; place < 6; place++)
            {
                using var picture = await server.Client.GetAsync($"{Link(number)}/pictures/{place}/0");
                lengths.Add((study.Pictures[study.Participants[number].Shown[place][0]].Photo,
                    picture.Content.Headers.ContentLength ?? (await picture.Content.ReadAsByteArrayAsync()).Length));
            }
        }

        Assert.Equal(6, lengths.Distinct().Count()); // three methods, one length a photo
    }

    [Fact]
    public async Task Link_OpensItsStudyAndNothingElse()
    {
        const string Unknown = "/study/00000000000000000000000000000000";
        string[] missing =
        [
            Unknown, $"{Unknown}/state", $"{Unknown}/pictures/0/0", "/study", "/study/study.json", "LINK/study.json",
            "LINK/answers.db", "LINK/pictures/6/0",
            "LINK/pictures/-1/0", "LINK/pictures/0/1", "LINK/pictures/0/99999999999",
            "LINK/pictures/..%2f..%2fstudy.json", "LINK/pictures/0/..%2fstudy.json",
        ];
        string[] closed = ["/study/../study.json", "/study/%2e%2e/api/v1/models", "LINK/../../api/v1/models",
            "/api/v1/models", "/metrics", "/studyx"];
        foreach (var (path, status) in missing.Select(path => (path, 404)).Concat(closed.Select(path => (path, 401))))
        {
            using var answer = await server.Client.GetAsync(path.Replace("LINK", Link(0), StringComparison.Ordinal));
            Assert.Equal((path, status, "application/problem+json"),
                (path, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }

        var raw = await server.SendRawAsync(
            $"GET {Link(0)}/pictures/../../../api/v1/models HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n\n");
        Assert.StartsWith("HTTP/1.1 401", raw, StringComparison.Ordinal); // as no client would send it
    }

    [Fact]
    public async Task Answer_OfAnotherKind_IsRefusedAndNotKept()
    {
        (string Body, int Status)[] answers =
        [
            ("""{"opinion":"first","milliseconds":1}""", 422),
            ("""{"opinion":"natural","milliseconds":-1}""", 422),
            ("""{"opinion":"natural","milliseconds":1e99}""", 400),
            ("""{"opinion":"perhaps","milliseconds":1}""", 400),
            ("""{"opinion":7,"milliseconds":1}""", 422),
            ("""{"opinion":"natural'); DROP TABLE answers; --","milliseconds":1}""", 400),
            ("null", 400),
            ("[", 400),
        ];
        foreach (var (body, status) in answers)
        {
            using var answer = await server.Client
                .PutAsync($"{Link(0)}/answers/0", new StringContent(body, null, "application/json"));
            Assert.Equal((body, status), (body, (int)answer.StatusCode));
            Assert.DoesNotContain("System.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var beyond = await server.Client
            .PutAsync($"{Link(0)}/answers/6", JsonContent.Create(new { opinion = "natural", milliseconds = 1 }));
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
        Assert.Equal((0, 6), await State(0));
    }

    [Fact]
    public async Task Answer_OfAnotherStudy_IsNotTaken()
    {
        var other =
            StudyMaker.Create(folder["other"], [new("truth", folder["truth"]), new("proposed", folder["proposed"])]);
        using var answer = await server.Client
            .PutAsync($"/study/{other.Participants[0].Link}/answers/0",
                JsonContent.Create(new { opinion = "natural", milliseconds = 1 }));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Server_WithoutAStudy_HasNoLinks()
    {
        await using var plain = await Server.StartAsync(token: Token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await plain.Client.GetAsync(Link(0))).StatusCode);
    }

    private string Link(int number) => $"/study/{study.Participants[number].Link}";

    private async Task<HttpStatusCode> Say(int number, int place, string opinion, int milliseconds = 900)
    {
        using var answer = await server.Client
            .PutAsync($"{Link(number)}/answers/{place}", JsonContent.Create(new { opinion, milliseconds }));
        return answer.StatusCode;
    }

    private async Task<(int Done, int Total)> State(int number)
    {
        var state = await server.Client.GetFromJsonAsync<JsonElement>($"{Link(number)}/state");
        return (state.GetProperty("done").GetInt32(), state.GetProperty("total").GetInt32());
    }

    private (StudyOpinion Opinion, int Milliseconds) Kept(int number, int place)
    {
        using var answers = new StudyAnswers(folder["study"]);
        var kept = answers.Read().Single(answer => (answer.Participant, answer.Place) == (number, place));
        return (kept.Opinion, kept.Milliseconds);
    }
}
