namespace Colorist.Web.Tests;

/// <summary>Tests of a server that lives as long as each of them, with a folder for its files.</summary>
/// <param name="limits">Of the server; null for its own.</param>
public abstract class ServedTests(ServerLimits? limits = null) : IAsyncLifetime
{
    private protected readonly TemporaryFolder folder = new();
    private protected Server server = null!;

    public async ValueTask InitializeAsync() => server = await Server.StartAsync(limits);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
