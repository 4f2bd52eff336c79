using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Colorist.Cli;

/// <summary><c>colorist film</c>: colours a film.</summary>
internal static class FilmCommand
{
    private const int MaxNameBytes = 255; // on Linux's and macOS' disks

    private static readonly TimeSpan PreviewLength = TimeSpan.FromSeconds(10);

    private static readonly Argument<string> Input = new("film")
    {
        Description = "film of any format that ffmpeg reads: MP4, MKV, MOV, AVI, MPEG, GIF, ..."
    };
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description =
            "coloured film; its extension says the container; NAME-colour beside the film by default, .mkv where the film is no .mp4, .mkv or .mov",
    };

    private static readonly Option<string?> Codec = new("--codec")
    {
        Description = "ffmpeg's encoder; libx264 by default, which plain players play"
    };
    private static readonly Option<int?> Crf = new("--crf")
    {
        Description = "quality, lower is better and larger; 18 by default with libx264"
    };
    private static readonly Option<string?> Preset = new("--encoder-preset")
    {
        Description = "speed of the encoder: ultrafast ... veryslow for libx264"
    };
    private static readonly Option<string?> From = new("--from")
    {
        Description = "begin here: seconds, m:ss or h:mm:ss"
    };
    private static readonly Option<string?> To = new("--to") { Description = "end here: seconds, m:ss or h:mm:ss" };
    private static readonly Option<bool> Preview = new("--preview")
    {
        Description = "ten seconds from --from, or from a third of the film, grey and coloured side by side",
    };

    private static readonly Option<bool> Resume = new("--resume")
    {
        Description = "go on with a run that was stopped or killed"
    };
    private static readonly Option<bool> Overwrite = new("--overwrite")
    {
        Description = "replace a file that is there, begin an unfinished run again"
    };
    private static readonly Option<bool> Recolour = new("--recolour")
    {
        Description = "give new colours to a film that has colour already"
    };
    private static readonly Option<string?> Report = new("--report")
    {
        Description = "file to which a line of JSON is added for the film"
    };
    private static readonly Option<string> Model = new("--model")
    {
        Description = "name or folder of a model, see model list; A+B:0.4 for the mean of two",
        DefaultValueFactory = _ => ShippedModel.Folder
    };
    private static readonly Option<int?> Render = new("--render")
    {
        Description = "the network sees frames at about this many pixels squared, 32 to 4096; 192 by default"
    };

    private static readonly Option<bool> SharedColours = new("--shared-colours")
    {
        Description = "shots that show the same place share their colours; the film is read once more for it"
    };

    private static readonly Option<bool> Deflicker = new("--deflicker")
    {
        Description = "make brightness that pumps even within shots; the luma is changed, and the file says so"
    };

    private static readonly Option<bool> Descratch = new("--descratch")
    {
        Description =
            "take away dust, hairs and scratches of single frames; the luma is changed, and the file says so"
    };

    private static readonly Option<string?> Still = new("--still")
    {
        Description =
            "instead of colouring: the frame at this time as a picture in grey, NAME-still.png beside the film by default, to paint strokes for --hints on",
    };

    private static readonly EvennessOption Evenness = new();
    private static readonly MachineOptions Machine = new();
    private static readonly TalkOptions Talking = new();
    private static readonly LookOptions Looks = new();
    private static readonly SaturationOptions Saturation = new();
    private static readonly ToneOptions Tones = new();
    private static readonly FilmHintOptions HintedFrames = new();
    private static readonly FilmMaskOptions Masks = new();
    private static readonly FilmStillOptions Stills = new();

    public static Command Create(Interruption stop)
    {
        var command =
            new Command("film", "Colour a film. Its luma stays as it is, its sound and everything else is copied.")
        {
            Input, Output, Codec, Crf, Preset, From, To, Preview, Resume, Overwrite, Recolour, Report, Model, Render,
            SharedColours, Deflicker, Descratch, Still,
        };
        Looks.AddTo(command);
        Saturation.AddTo(command);
        Tones.AddTo(command);
        Masks.AddTo(command);
        HintedFrames.AddTo(command);
        Stills.AddTo(command);
        Evenness.AddTo(command);
        Machine.AddTo(command);
        Talking.AddTo(command);
        command.SetAction(parsed => Run(parsed, stop.Soon));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken stop)
    {
        var film = Film.Open(parsed.GetValue(Input)!);
        if (Time(parsed, Still) is { } still) return Save(film, still, parsed);
        if (Stills.Write(parsed, film, parsed.GetValue(Overwrite), stop)) return 0;
        var output = parsed.GetValue(Output) ?? Beside(film.Path);
        var options = Stills.On(Options(parsed, film), parsed, film);
        var saturation = Saturation.Read(parsed);
        var talk = Talking.Read(parsed);
        if (Talking.IsDryRun(parsed)) return Plan(film, output, options, talk, stop);
        using var report = parsed.GetValue(Report) is { } path ? new BatchReport(path) : null;
        using var colorizer = Colorizer.Load(
            parsed.GetValue(Model)!, Machine.Read(parsed, Evenness.Read(parsed, new ColorizerOptions())));
        options =
            options with { Look = Tones.On(Looks.Read(parsed, colorizer) with { Saturation = saturation }, parsed) };
        var remarks = film.Remarks();
        Remark(film, remarks, talk);
        try
        {
            var result = FilmDisplay.Show(
                talk, progress => new FilmColorizer(colorizer).Colorize(film, output, options, progress, stop));
            Remark(film, result.Notes, talk);
            var line = FilmReport.For(film, output, remarks, result);
            report?.Add(JsonLines.Write(line));
            Say(line, talk);
            foreach (var damage in result.Damages)
                Console.Error
                    .WriteLine(
                        $"colorist: {film.Path}: expected a whole film, found it broken near {damage.Near:h\\:mm\\:ss\\.f}: {damage.Message}");
            return result.Damages.Count == 0 && report is not { IsBroken: true } ? 0 : 1;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"colorist: {film.Path}: stopped; the same command with --resume goes on");
            return Interruption.ExitCode;
        }
    }

    private static int Plan(Film film, string output, FilmOptions options, Talk talk, CancellationToken stop)
    {
        var notes = FilmColorizer.Check(film, output, options, stop);
        IReadOnlyList<string> remarks = [.. film.Remarks(), .. notes]; // as the run says them
        Remark(film, remarks, talk);
        Say(new FilmReport(film.Path, output, Expected(film, options), null, null, remarks, []), talk);
        return 0;
    }

    private static long Expected(Film film, FilmOptions options) =>
        film.Duration == TimeSpan.Zero || (options.From ?? options.To) is null
        ? film.ExpectedFrames
        : (long)(((options.To < film.Duration ? options.To.Value : film.Duration)
            - (options.From ?? TimeSpan.Zero)).TotalSeconds * film.FrameRate);

    private static void Remark(Film film, IEnumerable<string> remarks, Talk talk)
    {
        if (talk != Talk.Lines) return; // in JSON they are in the result
        foreach (var remark in remarks) Console.Error.WriteLine($"colorist: {film.Path}: {remark}");
    }

    private static void Say(FilmReport report, Talk talk)
    {
        if (talk == Talk.Json) Console.WriteLine(JsonLines.Write(report));
        else if (talk == Talk.Lines) Console.WriteLine(report);
    }

    private static int Save(Film film, TimeSpan time, ParseResult parsed)
    {
        var output = parsed.GetValue(Output) ?? Beside(film.Path, "-still.png");
        using var still = film.Still(time);
        still.Save(output, new PhotoSaveOptions { Overwrite = parsed.GetValue(Overwrite) });
        Console.WriteLine($"{output}: {still.Width}×{still.Height}");
        return 0;
    }

    private static FilmOptions Options(ParseResult parsed, Film film)
    {
        var (from, to) = (Time(parsed, From), Time(parsed, To));
        var preview = parsed.GetValue(Preview);
        if (preview)
        {
            from ??= film.Duration > PreviewLength ? (film.Duration - PreviewLength) / 3 : TimeSpan.Zero;
            to ??= from + PreviewLength;
        }

        if (to <= (from ?? TimeSpan.Zero))
            throw new ArgumentException($"expected --to after --from, found {to} and {from ?? TimeSpan.Zero}");
        if (from >= film.Duration && film.Duration > TimeSpan.Zero)
            throw new ArgumentException($"expected --from within {film.Duration:h\\:mm\\:ss}, found {from}");
        if (parsed.GetValue(Crf) is < 0 and var crf)
            throw new ArgumentException($"expected {Crf.Name} 0 or more, found {crf}");
        return new FilmOptions
        {
            Codec = parsed.GetValue(Codec),
            Crf = parsed.GetValue(Crf),
            Preset = parsed.GetValue(Preset),
            From = from,
            To = to,
            SideBySide = preview,
            Resume = parsed.GetValue(Resume),
            Overwrite = parsed.GetValue(Overwrite),
            Recolor = parsed.GetValue(Recolour),
            RenderSide = RenderSide(parsed),
            SharedColors = parsed.GetValue(SharedColours),
            Deflicker = parsed.GetValue(Deflicker),
            Descratch = parsed.GetValue(Descratch),
            Masks = Masks.Read(parsed, film),
            Hints = HintedFrames.Read(parsed, film),
        };
    }

    private static int? RenderSide(ParseResult parsed) =>
        parsed.GetValue(Render) is not (< RenderSize.MinSide or > RenderSize.MaxSide) and var side
        ? side
        : throw new ArgumentException(
            $"expected {Render.Name} {RenderSize.MinSide} to {RenderSize.MaxSide}, found {parsed.GetValue(Render)}");

    private static TimeSpan? Time(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) switch
    {
        null => null,
        var text when FilmTime.Parse(text) is { } time => time,
        var text => throw new ArgumentException($"expected {option.Name} as seconds, m:ss or h:mm:ss, found {text}"),
    };

    private static string Beside(string film)
    {
        var extension = Path.GetExtension(film);
        if (extension.ToLowerInvariant() is not (".mp4" or ".mkv" or ".mov")) extension = ".mkv";
        return Beside(film, "-colour" + extension);
    }

    /// <summary>The film's name with another ending, cut where disks would not take it any more.</summary>
    private static string Beside(string film, string ending)
    {
        var name = Path.GetFileNameWithoutExtension(film);
        while (Encoding.UTF8.GetByteCount(name + ending) > MaxNameBytes)
            name = name[..StringInfo.ParseCombiningCharacters(name)[^1]];
        return Path.Combine(Path.GetDirectoryName(film) ?? "", name + ending);
    }
}
