namespace Colorist.Cli;

/// <summary>Colours the photos of jobs and reports what became of each; used by several threads at once.</summary>
/// <param name="colorizer">The model.</param>
/// <param name="look">Which colours are wanted.</param>
/// <param name="options">How photos are coloured and written, but for the look.</param>
/// <param name="makesFolders">Whether a missing folder of a result is made.</param>
/// <param name="saysScene">Whether reports say what kind of picture each photo is.</param>
/// <param name="doubtMap">The picture file for the map of a photo's doubt; null for none.</param>
internal sealed class JobColorizer(
    Colorizer colorizer, PhotoLook look, PhotoOptions options, bool makesFolders, bool saysScene,
    string? doubtMap = null)
{
    private const int LargeOnes = 4; // of these together no more is held than of one that takes all that is allowed

    private static readonly SemaphoreSlim Large = new(1);

    private readonly PhotoColorizer photos = new(colorizer);

    /// <summary>Colours a photo, or says in one line why that did not work.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public PhotoReport Color(PhotoJob job, CancellationToken stop)
    {
        try
        {
            if (job.Refusal is not null) return Failed(job, job.Refusal);
            return makesFolders && !options.Save.Overwrite && File.Exists(job.Output)
                ? MadeElsewhere(job)
                : Colored(job, stop);
        }
        catch (PhotoException exception) when (makesFolders && exception.Option == nameof(PhotoSaveOptions.Overwrite))
        {
            return MadeElsewhere(job);
        }
        catch (PhotoException exception) when (exception.Option == nameof(PhotoOptions.Recolor))
        {
            return Failed(job, Message.For(exception)) with { IsInColor = true };
        }
        catch (Exception exception) when (exception is PhotoException or IOException or UnauthorizedAccessException)
        {
            return Failed(job, Message.For(exception));
        }
        catch (ArgumentException exception)
        {
            return Failed(job, $"{job.Input}: {Message.For(exception)}");
        }
        catch (Exception exception) when (exception is ModelException or OutOfMemoryException)
        {
            return Failed(job, $"{job.Input}: {Message.For(exception)}; a smaller --render needs less memory");
        }
    }

    private PhotoReport Colored(PhotoJob job, CancellationToken stop)
    {
        using var photo = job.Input == PhotoJob.Pipe ? Piped(stop) : Photo.Load(job.Input, options.Load, stop);
        var wanted = options with { Look = look.For(photo, job.Input) };
        var isLarge = photo.HeldBytes > options.Load.MaxHeldBytes / LargeOnes;
        if (isLarge) Large.Wait(stop);
        try
        {
            var result = job.Output == PhotoJob.Pipe
                ? Send(photo, job.Extension, wanted, stop)
                : Save(photo, job.Output, wanted, stop);
            if (doubtMap is not null) DoubtSheet.Write(doubtMap, photo, result.Doubt!, options.Save.Overwrite);
            return PhotoReport.From(job, result) with
            {
                Scene = saysScene
                ? SceneLine.Write(colorizer.Card, result.Scene)
                : null
            };
        }
        finally
        {
            if (isLarge) Large.Release();
        }
    }

    private Photo Piped(CancellationToken stop) =>
        Photo.LoadAsync(Console.OpenStandardInput(), "standard input", options.Load, stop).WaitAsync(stop).GetAwaiter()
            .GetResult();

    private PhotoResult Save(Photo photo, string output, PhotoOptions wanted, CancellationToken stop)
    {
        if (makesFolders) Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        return photos.Colorize(photo, output, wanted, stop);
    }

    private PhotoResult Send(Photo photo, string? extension, PhotoOptions wanted, CancellationToken stop)
    {
        using var pipe = Console.OpenStandardOutput();
        return photos.Colorize(photo, pipe, extension, wanted, stop);
    }

    /// <summary>The result was not there when the batch began.</summary>
    private static PhotoReport MadeElsewhere(PhotoJob job) =>
        new() { Input = job.Input, Output = job.Output, IsMadeElsewhere = true };

    private static PhotoReport Failed(PhotoJob job, string error) =>
        new() { Input = job.Input, Output = job.Output, Error = error };
}
