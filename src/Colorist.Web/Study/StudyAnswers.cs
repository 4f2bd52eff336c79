using Microsoft.Data.Sqlite;

namespace Colorist.Web;

/// <summary>The answers of a study, in an SQLite file beside it; each is on the disk before it is confirmed.</summary>
internal sealed class StudyAnswers : IDisposable
{
    public const string FileName = "answers.db";

    private const string Table = """
        CREATE TABLE IF NOT EXISTS answers (
            participant INTEGER NOT NULL, place INTEGER NOT NULL, opinion TEXT NOT NULL, milliseconds INTEGER NOT NULL, answered TEXT NOT NULL,
            PRIMARY KEY (participant, place)) WITHOUT ROWID
        """;

    private const string Insert = """
        INSERT INTO answers VALUES ($participant, $place, $opinion, $milliseconds, $answered)
        ON CONFLICT DO UPDATE SET opinion = excluded.opinion, milliseconds = excluded.milliseconds, answered = excluded.answered
        """;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;

    /// <param name="folder">Of the study.</param>
    /// <exception cref="StudyException">The file cannot be used.</exception>
    public StudyAnswers(string folder)
    {
        var path = Path.Combine(folder, FileName);
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false
        }.ToString());
        try
        {
            connection.Open();
            using var table = Command(Table);
            table.ExecuteNonQuery();
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new StudyException(path, "a file of answers that can be read and written",
                $"one that cannot (SQLite {exception.SqliteErrorCode})", exception);
        }
    }

    /// <summary>How many answers a participant has given.</summary>
    public int Count(int participant)
    {
        lock (gate)
        {
            using var command =
                Command("SELECT COUNT(*) FROM answers WHERE participant = $participant", ("$participant", participant));
            return Convert.ToInt32(command.ExecuteScalar(), null);
        }
    }

    /// <summary>Keeps an answer, the next one or, in its place, another to the last.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="now">When it was given.</param>
    /// <returns>Whether it was kept; not if another one is to be answered.</returns>
    public bool Keep(StudyAnswer answer, DateTimeOffset now)
    {
        lock (gate)
        {
            var given = Count(answer.Participant);
            if (answer.Place != given && answer.Place != given - 1) return false;
            using var command = Command(
                Insert, ("$participant", answer.Participant), ("$place", answer.Place),
                ("$opinion", $"{answer.Opinion}"),
                ("$milliseconds", answer.Milliseconds), ("$answered", $"{now.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z"));
            command.ExecuteNonQuery();
            return true;
        }
    }

    /// <summary>All answers.</summary>
    /// <exception cref="StudyException">The file holds something else.</exception>
    public IReadOnlyList<StudyAnswer> Read()
    {
        lock (gate)
        {
            using var command = Command("SELECT participant, place, opinion, milliseconds FROM answers");
            using var rows = command.ExecuteReader();
            var answers = new List<StudyAnswer>();
            while (rows.Read())
            {
                if (!Enum.TryParse<StudyOpinion>(rows.GetString(2), out var opinion))
                    throw new StudyException(connection.DataSource, "opinions", rows.GetString(2));
                answers.Add(new StudyAnswer(rows.GetInt32(0), rows.GetInt32(1), opinion, rows.GetInt32(3)));
            }

            return answers;
        }
    }

    public void Dispose() => connection.Dispose();

    private SqliteCommand Command(string text, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
