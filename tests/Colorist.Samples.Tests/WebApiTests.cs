using System.Diagnostics;
using System.Net;

namespace Colorist.Tests;

public sealed class WebApiTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public WebApiTests() =>
        ModelExport.Write(folder["model"], Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Post_PictureThenText_IsColoredThenRefused()
    {
        var stop = TestContext.Current.CancellationToken;
        var program = Path.Combine(AppContext.BaseDirectory, "WebApi.dll");
        string[] arguments = [program, "--urls", "http://127.0.0.1:0", "--Model", folder["model"]];
        using var server = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        try
        {
            using var client = new HttpClient { BaseAddress = await Address(server, stop) };

            using var picture =
                new ByteArrayContent(await File.ReadAllBytesAsync(Repository.Path("samples", "camera.png"), stop));
            using var colored = await client.PostAsync(new Uri("colored", UriKind.Relative), picture, stop);
            using var text = new StringContent("no picture");
            using var refused = await client.PostAsync(new Uri("colored", UriKind.Relative), text, stop);

            Assert.Equal(HttpStatusCode.OK, colored.StatusCode);
            using var photo = Photo.Load(await colored.Content.ReadAsByteArrayAsync(stop), "the answer");
            Assert.Equal((512, 512), (photo.Width, photo.Height));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(
                "the picture: expected", await refused.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task<Uri> Address(Process server, CancellationToken stop)
    {
        const string Words = "Now listening on: ";
        while (await server.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            if (line.IndexOf(Words, StringComparison.Ordinal) is >= 0 and var at)
                return new Uri(line[(at + Words.Length)..].Trim() + "/");
        }

        throw new InvalidOperationException("expected a server that says where it listens, found none");
    }
}
