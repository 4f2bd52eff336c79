using System.Diagnostics;
using Colorist.Inference;

namespace Colorist.Cli;

/// <summary>Colours single photos; used by several threads at once.</summary>
/// <param name="colorizer">The model.</param>
/// <param name="look">Which colours are wanted.</param>
/// <param name="dials">How they are painted.</param>
/// <param name="overwrite">Whether results that are there are replaced.</param>
/// <param name="makeFolders">Whether a missing folder of a result is made.</param>
internal sealed class PhotoColouring(Colorizer colorizer, PhotoLook look, PhotoDials dials, bool overwrite, bool makeFolders)
{
    private const float LeastChroma = 3; // hardly seen as colour

    private readonly PhotoSaveOptions options = new() { Overwrite = overwrite, SideBySide = dials.SideBySide, Note = dials.Note };

    /// <summary>Colours a photo, or says in one line why that did not work.</summary>
    public PhotoResult Colour(PhotoJob job)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            return job.Refusal is null ? Colour(job, clock) : Failed(job.Refusal);
        }
        catch (Exception exception) when (exception is PhotoException or IOException or UnauthorizedAccessException)
        {
            return Failed(exception.Message);
        }
        catch (Exception exception) when (exception is ModelException or OutOfMemoryException)
        {
            return Failed($"{job.Input}: {exception.Message}; a smaller --render needs less memory");
        }

        PhotoResult Failed(string error) =>
            new() { Input = job.Input, Output = job.Output, Seconds = clock.Elapsed.TotalSeconds, Error = error.ReplaceLineEndings(" ") };
    }

    private PhotoResult Colour(PhotoJob job, Stopwatch clock)
    {
        using var photo = job.Input == PhotoJob.Pipe ? Photo.Load(StandardInput(), "standard input") : Photo.Load(job.Input);
        if (!dials.Recolour && photo.HasColour())
            throw new PhotoException(job.Input, "a black-and-white or toned photo", "one in colour: --recolour gives it new colours");
        var colours = colorizer.Predict(photo, look.For(photo, job.Input));
        using var coloured = photo.WithChroma(colours.Chroma.Scaled(dials.Saturation), colorizer.Signature);
        var lost = job.Output == PhotoJob.Pipe ? Send(coloured, job.Extension ?? photo.Extension) : Save(coloured, job.Output);
        var seconds = clock.Elapsed.TotalSeconds;
        return new PhotoResult
        {
            Input = job.Input,
            Output = job.Output,
            Width = photo.Width,
            Height = photo.Height,
            Scene = Likeliest(colours.Scene),
            Chroma = Math.Round(colours.MeanChroma, 1),
            Remark = Remark(photo, colours, lost),
            Seconds = seconds,
            Said = $"{(job.Output == PhotoJob.Pipe ? "standard output" : job.Output)}: {photo.Width}×{photo.Height}, {photo.Bits} bits, {seconds:f2} s"
                + (dials.SayScene ? "; " + SceneLine.Of(colorizer.Card, colours.Scene) : ""),
        };
    }

    /// <summary>What is to be known of the result; null if nothing.</summary>
    private static string? Remark(Photo photo, Colours colours, IReadOnlyList<string> lost)
    {
        var remarks = new List<string>();
        if (colours.MeanChroma < LeastChroma) remarks.Add($"hardly any colour was found, mean chroma {colours.MeanChroma:f1}");
        if (photo.MorePages > 0) remarks.Add($"{photo.MorePages} more page{(photo.MorePages == 1 ? "" : "s")} left out");
        if (lost.Count > 0) remarks.Add($"no place in this format for {string.Join(", ", lost)}");
        return remarks.Count == 0 ? null : string.Join("; ", remarks);
    }

    private IReadOnlyList<string> Save(Photo coloured, string output)
    {
        if (makeFolders) Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        return coloured.Save(output, options);
    }

    /// <summary>Whoever reads the pipe gets the whole picture or none of it, so it is finished before the first byte goes out.</summary>
    private IReadOnlyList<string> Send(Photo coloured, string extension)
    {
        var folder = Directory.CreateTempSubdirectory("colorist-");
        try
        {
            var finished = Path.Combine(folder.FullName, "coloured" + extension);
            var lost = coloured.Save(finished, options);
            using var file = File.OpenRead(finished);
            using var pipe = Console.OpenStandardOutput();
            file.CopyTo(pipe);
            return lost;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] StandardInput()
    {
        using var pipe = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        pipe.CopyTo(bytes);
        return bytes.ToArray();
    }

    private string? Likeliest(Scene? scene) => scene is null ? null : colorizer.Card.Labels.Zip(scene.Probabilities).MaxBy(pair => pair.Second).First;
}
