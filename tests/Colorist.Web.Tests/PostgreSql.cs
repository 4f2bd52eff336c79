using System.Diagnostics;
using Npgsql;

namespace Colorist.Web.Tests;

/// <summary>
/// A PostgreSQL of the tests' own, reached by a socket in a temporary folder. Tests that need it are skipped where none
/// is installed.
/// </summary>
public sealed class PostgreSql : IAsyncLifetime
{
    private static readonly string? Programs = Find();

    private readonly TemporaryFolder folder = new();
    private Process? server;

    /// <summary>How it is reached.</summary>
    public string Connection => $"Host={folder.Path};Username=tester;Database=postgres";

    public async ValueTask InitializeAsync()
    {
        if (Programs is null) return;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_111_111); // it does not run as root
        using (var making = Start("initdb", "-D", folder["data"], "-U", "tester", "-A", "trust", "--no-sync"))
            await making.WaitForExitAsync();
        server = Start("postgres", "-D", folder["data"], "-k", folder.Path, "-c", "listen_addresses=", "-F");
        while (!File.Exists(folder[".s.PGSQL.5432"]) && !server.HasExited) await Task.Delay(50);
    }

    /// <summary>What a query gives that gives one value.</summary>
    public async Task<object?> AskAsync(string query)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        return await command.ExecuteScalarAsync();
    }

    public static void SkipWithout() =>
        Assert.SkipUnless(Programs is not null, "no PostgreSQL here (apt-get install postgresql)");

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            using (var stopping = Process.Start("kill", ["-INT", $"{server.Id}"])) await stopping.WaitForExitAsync();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        folder.Dispose();
    }

    private Process Start(string program, params string[] arguments)
    {
        string[] line = [Path.Combine(Programs!, program), .. arguments];
        if (Environment.UserName == "root")
            line = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. line];
        return Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        })!;
    }

    private static string? Find()
    {
        if (OperatingSystem.IsWindows()) return null;
        var debian = new DirectoryInfo("/usr/lib/postgresql");
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(debian.Exists ? debian.GetDirectories().Select(one => Path.Combine(one.FullName, "bin")) : [])
            .FirstOrDefault(one => File.Exists(Path.Combine(one, "initdb"))
                && File.Exists(Path.Combine(one, "postgres")));
    }
}
