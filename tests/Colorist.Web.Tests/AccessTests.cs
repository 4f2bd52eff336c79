using System.Net;
using System.Text.RegularExpressions;

namespace Colorist.Web.Tests;

public sealed partial class AccessTests
{
    private const string Token = "a-token-of-many-letters";

    [Theory]
    [InlineData("Origin", "http://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("Host", "rebound.example", 421)]
    [InlineData("Host", "localhost", 200)]
    public async Task Request_OfAnotherSiteOrName_IsRefused(string header, string value, int status)
    {
        await using var server = await Server.StartAsync();
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            var request = new HttpRequestMessage(method, method == HttpMethod.Get ? "models" : "photos");
            if (method == HttpMethod.Post) request.Content = Server.Form(Server.Grey());
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await server.Client.SendAsync(request);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task Request_WithToken_IsLetInByHeaderOrCookieAlone()
    {
        await using var server = await Server.StartAsync(token: Token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync("models")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync("/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health/live")).StatusCode);
        // the page, which asks for the token
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await server.Client.PostAsync("/session", new StringContent("another-token-of-letters"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync("models")).StatusCode);
        using var signedIn = await server.Client.PostAsync("/session", new StringContent(Token));
        Assert.Contains(
            "samesite=strict; httponly", signedIn.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        // the client keeps cookies
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("models")).StatusCode);
        using var program = new HttpClient
        {
            BaseAddress = server.Address,
            DefaultRequestHeaders = { { "Authorization", "Bearer " + Token } }
        };
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("api/v1/models")).StatusCode);
    }

    [Theory]
    [InlineData("0.0.0.0", null, "expected a token for the host 0.0.0.0, which others reach, found none")]
    [InlineData("0.0.0.0", "short", "expected a token of 16 to 256 letters, found 5")]
    [InlineData("example.org", Token, "expected an address of this computer as the host, found example.org")]
    public void Options_ThatLetStrangersIn_AreRefused(string host, string? token, string message) =>
        Assert.Equal(
            message, Assert.Throws<ArgumentException>(new ServerOptions { Host = host, Token = token }.Check).Message);

    [Fact]
    public async Task Run_PortThatIsTaken_IsSaidInOneLine()
    {
        await using var server = await Server.StartAsync();
        var options = new ServerOptions { Port = server.Address.Port, Model = Server.Model.Value };
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => WebServer.RunAsync(options, TestContext.Current.CancellationToken));
        Assert.Equal($"expected a port that is free, found {server.Address.Port} taken", error.Message);
    }

    [Fact]
    public async Task Files_OfAServerThatWasKilled_GoWithTheNext()
    {
        var left = Directory.CreateTempSubdirectory("colorist-web-");
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "in-use"), "");
        string own;
        await using (var server = await Server.StartAsync())
        {
            own = server.Storage;
            await using var other = await Server.StartAsync();
            Assert.True(Directory.Exists(own)); // in use
            Assert.False(Directory.Exists(left.FullName));
        }

        Assert.False(Directory.Exists(own));
    }

    [Fact]
    public async Task Files_NobodyAsksFor_AreDeletedInTime()
    {
        await using var server = await Server.StartAsync(new ServerLimits { Kept = TimeSpan.FromSeconds(1) });
        using var job = await server.PostAsync("photos", Server.Form(Server.Grey()), "respond-async");
        using var session = await server.PostAsync("sessions", Server.Form(Server.Grey()));
        Assert.NotEmpty(Directory.GetDirectories(server.Storage));
        Assert.True(await server.IsEmptyAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(job.Headers.Location)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await server.Client.GetAsync(session.Headers.Location + "/before")).StatusCode);
    }

    [Fact]
    public async Task Metrics_AfterAPhoto_CountIt()
    {
        await using var server = await Server.StartAsync();
        using var answer = await server.PostAsync("photos", Server.Form(Server.Grey()));
        var metrics = "";
        for (var tries = 0; tries < 25 && !Counted().IsMatch(metrics); tries++)
        {
            await Task.Delay(400); // a scrape is kept for a moment
            metrics = await server.Client.GetStringAsync("/metrics");
        }

        Assert.Matches(Counted(), metrics);
        Assert.Contains("http_server_request_duration_seconds_count", metrics, StringComparison.Ordinal);
        Assert.Contains("colorist_job_waiting", metrics, StringComparison.Ordinal);
    }

    /// <summary>One photo, or more where other tests of this process count theirs.</summary>
    [GeneratedRegex(
        "colorist_job_duration_seconds_count\\{otel_scope_name=\"Colorist\",kind=\"photo\",state=\"done\"\\} [1-9]")]
    private static partial Regex Counted();
}
