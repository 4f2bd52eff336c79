using System.Data.Common;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace Colorist.Web;

/// <summary>Where the queue is kept: in memory, or in PostgreSQL for several machines.</summary>
internal static class QueueStorage
{
    private const string Schema = "colorist";

    /// <summary>How long what is known of an ended run is kept for whoever looks after the queue.</summary>
    private static readonly TimeSpan History = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How long a job may be between two states of the queue, which takes some milliseconds; a machine that was ended
    /// there leaves it locked. Who is only slow does a job twice then, and the second time finds it done.
    /// </summary>
    private static readonly TimeSpan BetweenStates = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Types are written without versions, and found as .NET finds them: Hangfire asks for an assembly that the program
    /// by itself does not have.
    /// </summary>
    static QueueStorage() => GlobalConfiguration.Configuration
        .UseTypeSerializer(type => $"{type.FullName}, {type.Assembly.GetName().Name}")
        .UseTypeResolver(name => Type.GetType(name, throwOnError: true));

    /// <exception cref="QueueException">The PostgreSQL does not answer, or not as it should.</exception>
    public static JobStorage Open(ServerOptions options)
    {
        JobStorage storage = options.Queue is { } connection
            ? OpenPostgreSql(connection, options.LostAfter)
            : new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = null });
        storage.JobExpirationTimeout = History;
        return storage;
    }

    /// <summary>Whether what went wrong may go right when the queue's database answers again.</summary>
    public static bool IsAway(Exception exception) => exception is TimeoutException || IsOfDatabase(exception);

    /// <summary>Whether the queue's database says that something went wrong.</summary>
    public static bool IsOfDatabase(Exception exception) =>
        exception is DbException or { InnerException: DbException };

    /// <summary>Reads how PostgreSQL is reached.</summary>
    /// <exception cref="ArgumentException">The text does not say it. Its secrets are not repeated.</exception>
    public static void Check(string connection)
    {
        try
        {
            if (new NpgsqlConnectionStringBuilder(connection).Host is { Length: > 0 }) return;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
        }

        throw new ArgumentException(
            "expected a queue such as Host=db;Database=colorist;Username=colorist;Password=…, found something else");
    }

    private static PostgreSqlStorage OpenPostgreSql(string connection, TimeSpan lostAfter)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            // LISTEN would be sooner, but its wait may hang when it is cancelled, and the lane with it (npgsql#5975)
            EnableLongPolling = false,
            QueuePollInterval = TimeSpan.FromMilliseconds(250),
            UseSlidingInvisibilityTimeout = true, // a worker that lives says so
            InvisibilityTimeout = lostAfter,
            DistributedLockTimeout = BetweenStates,
            AllowDegradedModeWithoutStorage = false,
            StartupConnectionMaxRetries = 0, // who starts it tries again
        };
        try
        {
            // machines that start together would make the tables together: one after the other
            using var alone = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
            alone.Open();
            using (var wait = new NpgsqlCommand("SELECT pg_advisory_lock(7016)", alone)) wait.ExecuteNonQuery();
            return new PostgreSqlStorage(new NpgsqlConnectionFactory(connection, options), options);
        }
        catch (Exception exception) when (IsAway(exception) || exception is InvalidOperationException)
        {
            throw new QueueException(
                "a PostgreSQL that answers", exception.GetBaseException().Message.ReplaceLineEndings(" "), exception);
        }
    }
}
