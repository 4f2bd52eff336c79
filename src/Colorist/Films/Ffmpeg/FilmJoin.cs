using System.Globalization;

namespace Colorist;

/// <summary>Joins the segments and everything else that the film has into one file; nothing is encoded again.</summary>
internal sealed class FilmJoin(Film film, FilmSpan span, FilmPlan plan, string signature)
{
    /// <summary>Writes the result.</summary>
    /// <param name="journal">Whose segments.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="codec">What the segments were encoded with.</param>
    /// <exception cref="FilmException">Ffmpeg failed, or the result does not have every frame.</exception>
    public void Write(FilmJournal journal, string path, FilmCodec codec)
    {
        using var run = new FfmpegRun(Arguments(path, codec));
        try
        {
            Send(journal, run.Input);
        }
        catch (IOException exception) when (exception is not EndOfStreamException)
        {
            throw new FilmException(path, "ffmpeg to join the segments", run.Finish() ?? exception.Message, exception);
        }

        if (run.Finish() is { } failure) throw new FilmException(path, "ffmpeg to join the segments", failure);
        Check(path, journal.Frames, run.Words());
    }

    private void Send(FilmJournal journal, Stream target)
    {
        NutWriter? writer = null;
        NutStream? first = null;
        foreach (var segment in journal.Segments)
        {
            using var file = new BufferedStream(File.OpenRead(Path.Combine(journal.Folder, segment.File)), 1 << 20);
            var reader = new NutReader(file);
            first ??= reader.Stream;
            if (!reader.Stream.CodecData.AsSpan().SequenceEqual(first.CodecData))
                throw new FilmException(film.Path, "segments of one kind", $"{segment.File} of another") { Option = nameof(FilmOptions.Overwrite) };
            writer ??= new NutWriter(target, first with { TimeBase = film.TimeBase });
            Send(reader, segment, writer);
        }
    }

    /// <summary>Encoders number frames from some number on; the first one in the file is the first one shown.</summary>
    private void Send(NutReader reader, Segment segment, NutWriter writer)
    {
        var step = new Fraction(film.Rate.Denominator, film.Rate.Numerator);
        var (count, first) = (0, 0L);
        for (var packet = reader.Read(); packet is { } encoded; packet = reader.Read(), count++)
        {
            var number = reader.Stream.TimeBase.Convert(encoded.Time, step);
            if (count == 0) first = number;
            if (number < first || number - first >= segment.Times.Count)
                throw new FilmException(segment.File, $"frames 0 to {segment.Times.Count - 1}", $"number {number - first}");
            writer.Write(encoded with { Time = segment.Times[(int)(number - first)] - Offset });
        }

        if (count != segment.Times.Count) throw new FilmException(segment.File, $"{segment.Times.Count} frames", $"{count}");
    }

    /// <summary>The time of the first frame asked for, which becomes 0; the whole film keeps its times.</summary>
    private long Offset => span.From is { } from ? (long)Math.Round((from + film.StartTime) / film.TimeBase.Value) : 0;

    private IEnumerable<string> Arguments(string path, FilmCodec codec) =>
    [
        "-copyts", .. plan.RotationBefore, "-f", "nut", "-i", "pipe:0",
        .. span.From is { } from ? [.. span.Seek(film), "-itsoffset", FilmSpan.Text(-from - film.StartTime)] : Array.Empty<string>(),
        "-i", Ffmpeg.Url(film.Path),
        .. plan.Maps,
        "-map_metadata", "1", "-map_chapters", "1",
        "-c", "copy", .. plan.Conversions, .. VideoTags.Options(film), .. plan.VideoDetails(codec),
        .. plan.Note(signature),
        .. span.To is { } to ? ["-t", FilmSpan.Text(to - (span.From ?? -film.StartTime))] : Array.Empty<string>(),
        .. span.From is null ? Array.Empty<string>() : ["-copypriorss", "0"], "-max_muxing_queue_size", "9999", "-y", Ffmpeg.Url(path),
    ];

    private static void Check(string path, long frames, string words)
    {
        var probe = Probe.Of(path, "-count_packets");
        var found = probe.Streams.FirstOrDefault(stream => stream.CodecType == "video" && !stream.IsPicture)?.NbReadPackets ?? 0;
        if (found != frames) throw new FilmException(path, $"{frames.ToString(CultureInfo.InvariantCulture)} frames", $"{found}{(words.Length > 0 ? ": " + words : "")}");
    }
}
