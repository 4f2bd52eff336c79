using System.Text;
using System.Text.Json;

namespace Colorist;

/// <summary>
/// The folder beside a result that is on its way: finished segments, and a list of them to which a line is added
/// whenever one is complete. Whatever ends the program, what is listed is whole.
/// </summary>
internal sealed class FilmJournal : IDisposable
{
    private const string IdentityFile = "film.json";
    private const string ListFile = "segments.jsonl";
    private const string ScenesList = "scenes.jsonl";
    private const string CompleteFile = "complete";
    private const string LockFile = "lock";

    private readonly string output;
    private readonly FinishedList<Segment> list;
    private readonly List<Segment> segments = [];
    private readonly FileStream held; // nobody else opens it while this run lives

    private FilmJournal(string output, string folder, FileStream held) => (this.output, Folder, this.held, list) =
        (output, folder, held, new FinishedList<Segment>(Path.Combine(folder, ListFile)));

    /// <summary>The hidden folder.</summary>
    public string Folder { get; }

    public IReadOnlyList<Segment> Segments => segments;

    /// <summary>Where the scenes of shots are kept, if they are asked for.</summary>
    public string ScenesFile => Path.Combine(Folder, ScenesList);

    /// <summary>Whether there is nothing to go on with.</summary>
    public bool IsEmpty => segments.Count == 0 && !File.Exists(ScenesFile);

    /// <summary>Frames in all segments.</summary>
    public long Frames => segments.Sum(segment => (long)segment.Times.Count);

    /// <summary>
    /// Where the colouring has to begin so that the frames after the last segment get the colours they would have got.
    /// </summary>
    public long Start => segments is [.., var last] ? last.Shot : 0;

    /// <summary>Begins a run, or goes on with one.</summary>
    /// <param name="output">The result; the folder lies beside it, hidden.</param>
    /// <param name="identity">What a run must have in common with the one that it goes on with.</param>
    /// <param name="options">Whether to go on or to begin again.</param>
    /// <exception cref="FilmException">
    /// There is an unfinished run and the options do not say what to do with it, it is another film's or at work, or
    /// the folder cannot be written or takes no such name.
    /// </exception>
    public static FilmJournal Open(string output, string identity, FilmOptions options)
    {
        var folder = UnfinishedFolder.Beside(output);
        try
        {
            var isUnfinished = Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            var journal = new FilmJournal(output, folder, Lock(folder, output));
            try
            {
                journal.Begin(identity, isUnfinished, options);
                return journal;
            }
            catch
            {
                journal.Dispose();
                throw;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FilmException(output, "a folder that can be written", exception.Message, exception);
        }
    }

    /// <summary>Whether the segments hold every frame, so that only joining is left.</summary>
    public bool IsComplete => File.Exists(Path.Combine(Folder, CompleteFile));

    /// <summary>
    /// A name for a new segment; unlike any other's, because an encoder of a run that was killed may still be writing.
    /// </summary>
    public string NewSegment() => Path.Combine(Folder, $"{segments.Count:00000}-{Guid.NewGuid():n}.nut");

    /// <summary>Lists a segment that is complete.</summary>
    public void Add(Segment segment)
    {
        segments.Add(segment);
        list.Add(segment);
    }

    /// <summary>What was broken in the film, once <see cref="IsComplete"/>.</summary>
    public IReadOnlyList<FilmDamage> Damages => ReadDamages() ?? [];

    /// <summary>Notes that every frame that could be read is in a segment.</summary>
    public void Complete(IReadOnlyList<FilmDamage> damages) =>
        AtomicFile.WriteText(Path.Combine(Folder, CompleteFile), JsonSerializer.Serialize(damages));

    /// <summary>Removes the folder.</summary>
    public void Delete()
    {
        Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Lets another run have the folder.</summary>
    public void Dispose() => held.Dispose();

    /// <summary>Opens the file of a part.</summary>
    /// <exception cref="FilmException">It is not there.</exception>
    public BufferedStream Open(Segment segment)
    {
        try
        {
            return new BufferedStream(File.OpenRead(Path.Combine(Folder, segment.File)), 1 << 20);
        }
        catch (FileNotFoundException exception)
        {
            throw Damaged(segment, exception);
        }
    }

    /// <summary>What to say of a part that is not what it was.</summary>
    /// <param name="segment">The part.</param>
    /// <param name="exception">What is wrong with it.</param>
    public FilmException Damaged(Segment segment, Exception exception)
    {
        var found = exception switch
        {
            FileNotFoundException => "not there",
            EndOfStreamException => "cut off",
            _ => exception.Message,
        };
        return new FilmException(
            output, $"the parts of its unfinished run as they were written in {Folder}",
            $"{segment.File} damaged ({found})", exception)
        { Option = nameof(FilmOptions.Overwrite) };
    }

    private static FileStream Lock(string folder, string output)
    {
        var path = Path.Combine(folder, LockFile);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new FilmException(output, "no other run at work on it", "one: wait until it has ended", exception);
        }
    }

    private void Begin(string identity, bool isUnfinished, FilmOptions options)
    {
        if (isUnfinished && !options.Resume && !options.Overwrite)
            throw new FilmException(output, "no unfinished run", "one") { Option = nameof(FilmOptions.Resume) };
        var file = Path.Combine(Folder, IdentityFile);
        if (isUnfinished && options.Resume && File.Exists(file))
        {
            Continue(File.ReadAllText(file), identity);
            return;
        }

        foreach (var stray in Directory.GetFiles(Folder).Where(path => Path.GetFileName(path) != LockFile))
            File.Delete(stray);
        CheckName();
        File.WriteAllText(file, identity);
    }

    /// <summary>Whether the disk takes the result's name is asked before the work, not behind it.</summary>
    private void CheckName()
    {
        var name = Path.GetFileName(output);
        try
        {
            File.Create(Path.Combine(Folder, name)).Dispose();
            File.Delete(Path.Combine(Folder, name));
        }
        catch (IOException exception)
        {
            Delete();
            throw new FilmException(output, "a name that the disk takes, as a rule of up to 255 bytes",
                $"one of {Encoding.UTF8.GetByteCount(name)}", exception);
        }
    }

    private void Continue(string begun, string identity)
    {
        if (begun != identity)
            throw new FilmException(output, "the unfinished run of this film with these options",
                $"another film's or other options' in {Folder}")
            { Option = nameof(FilmOptions.Overwrite) };
        var (whole, wasCut) = list.Read(segment => segment is { File: not null, Times.Count: > 0 });
        segments.AddRange(whole);
        if (wasCut) File.Delete(Path.Combine(Folder, CompleteFile));
        foreach (var segment in segments) CheckBeginning(segment);
        // cut off with the power: what is missing is found out again
        if (IsComplete && ReadDamages() is null) File.Delete(Path.Combine(Folder, CompleteFile));
        foreach (var stray in Directory.GetFiles(Folder, "*.nut")
            .Where(path => segments.All(segment => segment.File != Path.GetFileName(path)))) File.Delete(stray);
    }

    /// <summary>What is damaged further on is found when the parts are joined.</summary>
    private void CheckBeginning(Segment segment)
    {
        using var file = Open(segment);
        try
        {
            _ = new NutReader(file);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(segment, exception);
        }
    }

    /// <summary>Null if the file was cut off.</summary>
    private List<FilmDamage>? ReadDamages()
    {
        try
        {
            return JsonSerializer.Deserialize<List<FilmDamage>>(File.ReadAllText(Path.Combine(Folder, CompleteFile)));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
