using System.Globalization;

namespace Colorist;

/// <summary>Joins the segments and everything else that the film has into one file; nothing is encoded again.</summary>
internal sealed class FilmJoin(Film film, FilmSpan span, FilmPlan plan, string signature)
{
    /// <summary>Writes the result.</summary>
    /// <param name="journal">Whose segments.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="codec">What the segments were encoded with.</param>
    /// <returns>What the film says and the result does not, each in a line.</returns>
    /// <exception cref="FilmException">Ffmpeg failed, or the result does not have every frame.</exception>
    public IReadOnlyList<string> Write(FilmJournal journal, string path, FilmCodec codec)
    {
        var clock = new FilmClock(film, span, journal.Segments.SelectMany(segment => segment.Times), plan.Sounds);
        using var run = new FfmpegRun(Arguments(path, codec, clock));
        try
        {
            Send(journal, clock, run.Input);
        }
        catch (IOException exception) when (exception is not EndOfStreamException)
        {
            throw new FilmException(path, "ffmpeg to join the segments", run.Finish() ?? exception.Message, exception);
        }

        if (run.Finish() is { } failure) throw new FilmException(path, "ffmpeg to join the segments", failure);
        return [.. FilmLosses.Find(film, Check(path, journal.Frames, run.Messages()))];
    }

    private void Send(FilmJournal journal, FilmClock clock, Stream target)
    {
        NutWriter? writer = null;
        NutStream? first = null;
        foreach (var segment in journal.Segments)
        {
            using var file = journal.Open(segment);
            try
            {
                var reader = new NutReader(file);
                first ??= reader.Stream;
                if (!reader.Stream.CodecData.AsSpan().SequenceEqual(first.CodecData))
                    throw new InvalidDataException("of another kind than the first");
                writer ??= new NutWriter(target, first with { TimeBase = film.TimeBase });
                Send(reader, segment, clock.Offset, writer);
            }
            catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
            {
                throw journal.Damaged(segment, exception);
            }
        }
    }

    /// <summary>Encoders number frames from some number on; the first one in the file is the first one shown.</summary>
    private void Send(NutReader reader, Segment segment, long offset, NutWriter writer)
    {
        var step = new Fraction(film.Rate.Denominator, film.Rate.Numerator);
        var (count, first) = (0, 0L);
        for (var packet = reader.Read(); packet is { } encoded; packet = reader.Read(), count++)
        {
            var number = reader.Stream.TimeBase.Convert(encoded.Time, step);
            if (count == 0) first = number;
            if (number < first || number - first >= segment.Times.Count)
                throw new InvalidDataException($"a frame {number - first} of {segment.Times.Count}");
            writer.Write(encoded with { Time = segment.Times[(int)(number - first)] - offset });
        }

        if (count != segment.Times.Count) throw new InvalidDataException($"{count} of {segment.Times.Count} frames");
    }

    private IEnumerable<string> Arguments(string path, FilmCodec codec, FilmClock clock) =>
    [
        .. clock.BeforeVideo, .. plan.RotationBefore, "-f", "nut", "-i", "pipe:0",
        .. span.Seek(film), .. clock.BeforeFilm, .. Ffmpeg.Input(film.Path),
        .. plan.Maps, .. plan.Attachments(Path.GetDirectoryName(path)!),
        .. plan.Metadata, "-c", "copy", .. plan.Conversions, .. VideoTags.Options(film),
        .. plan.VideoDetails(codec, clock), .. plan.Hidden(),
        .. plan.Note(signature),
        .. span.To is { } to ? ["-t", FilmSpan.Text(to + film.StartTime - clock.Seconds)] : Array.Empty<string>(),
        .. span.From is null ? Array.Empty<string>() : ["-copypriorss", "0"], "-max_muxing_queue_size", "9999", "-y",
        Ffmpeg.Url(path),
        .. FilmClock.AsEverywhere(film, $"1:{film.Video.Index}"),
    ];

    private static Film Check(string path, long frames, string words)
    {
        var result = Film.Open(path, "-count_packets");
        var found = result.Video.NbReadPackets ?? 0;
        if (found != frames)
            throw new FilmException(path, $"{frames.ToString(CultureInfo.InvariantCulture)} frames",
                $"{found}{(words.Length > 0 ? ": " + words : "")}");
        return result;
    }
}
