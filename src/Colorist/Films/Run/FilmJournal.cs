using System.Text.Json;

namespace Colorist;

/// <summary>
/// The folder beside a result that is on its way: finished segments, and a list of them to which a line is added whenever one is complete.
/// Whatever ends the program, what is listed is whole.
/// </summary>
internal sealed class FilmJournal
{
    private const string IdentityFile = "film.json";
    private const string ListFile = "segments.jsonl";
    private const string CompleteFile = "complete";

    private readonly List<Segment> segments = [];

    private FilmJournal(string folder) => Folder = folder;

    public string Folder { get; }

    public IReadOnlyList<Segment> Segments => segments;

    /// <summary>Frames in all segments.</summary>
    public long Frames => segments.Sum(segment => (long)segment.Times.Count);

    /// <summary>Where the colouring has to begin so that the frames after the last segment get the colours they would have got.</summary>
    public long Start => segments is [.., var last] ? last.Shot : 0;

    /// <summary>Begins a run, or goes on with one.</summary>
    /// <param name="output">The result; the folder lies beside it, hidden.</param>
    /// <param name="identity">What a run must have in common with the one that it goes on with.</param>
    /// <param name="options">Whether to go on or to begin again.</param>
    /// <exception cref="FilmException">There is an unfinished run and the options do not say what to do with it, or it is another film's.</exception>
    public static FilmJournal Open(string output, string identity, FilmOptions options)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, $".{Path.GetFileName(output)}.unfinished");
        var journal = new FilmJournal(folder);
        try
        {
            if (Directory.Exists(folder) && !options.Resume && !options.Overwrite)
                throw new FilmException(output, "no unfinished run", "one") { Option = nameof(FilmOptions.Resume) };
            if (Directory.Exists(folder) && options.Resume) journal.Continue(output, identity);
            else journal.Begin(identity);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FilmException(output, "a folder that can be written", exception.Message, exception);
        }

        return journal;
    }

    /// <summary>Whether the segments hold every frame, so that only joining is left.</summary>
    public bool IsComplete => File.Exists(Path.Combine(Folder, CompleteFile));

    /// <summary>A name for a new segment; unlike any other's, because an encoder of a run that was killed may still be writing.</summary>
    public string NewSegment() => Path.Combine(Folder, $"{segments.Count:00000}-{Guid.NewGuid():n}.nut");

    /// <summary>Lists a segment that is complete.</summary>
    public void Add(Segment segment)
    {
        segments.Add(segment);
        File.AppendAllText(Path.Combine(Folder, ListFile), JsonSerializer.Serialize(segment) + "\n");
    }

    /// <summary>What was broken in the film, once <see cref="IsComplete"/>.</summary>
    public IReadOnlyList<FilmDamage> Damages => JsonSerializer.Deserialize<List<FilmDamage>>(File.ReadAllText(Path.Combine(Folder, CompleteFile)))!;

    /// <summary>Notes that every frame that could be read is in a segment.</summary>
    public void Complete(IReadOnlyList<FilmDamage> damages) =>
        AtomicFile.WriteText(Path.Combine(Folder, CompleteFile), JsonSerializer.Serialize(damages));

    /// <summary>Removes the folder.</summary>
    public void Delete() => Directory.Delete(Folder, recursive: true);

    private void Begin(string identity)
    {
        if (Directory.Exists(Folder)) Delete();
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, IdentityFile), identity);
    }

    private void Continue(string output, string identity)
    {
        var file = Path.Combine(Folder, IdentityFile);
        if (!File.Exists(file) || File.ReadAllText(file) != identity)
            throw new FilmException(output, "the unfinished run of this film with these options", $"another film's or other options' in {Folder}") { Option = nameof(FilmOptions.Overwrite) };
        var list = Path.Combine(Folder, ListFile);
        if (!File.Exists(list)) return;
        foreach (var line in File.ReadAllText(list).Split('\n')[..^1]) // a line that does not end was being written
            segments.Add(JsonSerializer.Deserialize<Segment>(line)!);
        foreach (var stray in Directory.GetFiles(Folder, "*.nut").Where(path => segments.All(segment => segment.File != Path.GetFileName(path)))) File.Delete(stray);
    }
}
