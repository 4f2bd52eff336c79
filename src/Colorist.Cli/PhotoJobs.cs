using System.Text;

namespace Colorist.Cli;

/// <summary>Says where the result of each photo goes, so that none falls on another or on a photo.</summary>
internal static class PhotoJobs
{
    /// <summary>One photo whose result has a name of its own, or stands beside it.</summary>
    /// <param name="input">The photo.</param>
    /// <param name="output">
    /// The file or the existing folder to write to; null for NAME-colour beside the photo, or for a pipe's other end.
    /// </param>
    /// <param name="extension">The extension that <c>--format</c> asks for; null for the photo's own.</param>
    /// <exception cref="ArgumentException">The output's name and <c>--format</c> contradict each other.</exception>
    public static PhotoJob Single(string input, string? output, string? extension)
    {
        if (output == PhotoJob.Pipe || (input == PhotoJob.Pipe && output is null))
            return new PhotoJob(input, PhotoJob.Pipe, null, extension);
        var name = Path.GetFileNameWithoutExtension(input);
        var own = extension ?? Written(input);
        output ??= Path.Combine(Path.GetDirectoryName(input) ?? "", Shortened(name, $"-colour{own}"));
        if (Directory.Exists(output)) output = Path.Combine(output, name + own);
        if (extension is not null && Short(Path.GetExtension(output)) != extension)
            throw new ArgumentException(
                $"expected {extension} at the end of --output {output}, as --format says, or no --format");
        return new PhotoJob(input, output, SamePath.Is(input, output) ? Itself(output) : null);
    }

    /// <summary>Many photos whose results go into a folder and keep their places in it.</summary>
    public static IReadOnlyList<PhotoJob> Many(IEnumerable<InputFile> files, string folder, string? extension)
    {
        var all = files.ToLookup(file => file.Refusal is null);
        var photos = all[true].DistinctBy(file => Path.GetFullPath(file.Path), SamePath.Comparer).ToList();
        var real = photos.Select(photo => SamePath.Real(photo.Path)).ToHashSet(SamePath.Comparer);
        var taken = new Dictionary<string, string>(SamePath.Comparer);
        return [.. all[false].Select(file => new PhotoJob(file.Path, folder, file.Refusal)), .. photos.Select(photo =>
        {
            var output = Path.Combine(folder, Path.ChangeExtension(photo.Below, extension ?? Written(photo.Path)));
            var refusal = real.Contains(SamePath.Real(output)) ? Itself(output)
                : taken.TryAdd(output, photo.Path) ? null
                : $"{photo.Path}: expected an output of its own, found {output} to be that of {taken[output]}";
            return new PhotoJob(photo.Path, output, refusal);
        })];
    }

    /// <summary>A name and its end, the name cut where file systems would not take both.</summary>
    private static string Shortened(string name, string end)
    {
        const int MaxBytes = 255;
        var letters = name.EnumerateRunes().ToList();
        while (letters.Sum(letter => letter.Utf8SequenceLength) + Encoding.UTF8.GetByteCount(end) > MaxBytes)
            letters.RemoveAt(letters.Count - 1);
        return string.Concat(letters) + end;
    }

    /// <summary>The extension of the result: the photo's own, or .png for a format that is only read.</summary>
    private static string Written(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jpe" or ".jfif" or ".mpo" => ".jpg",
        var own => Photo.WrittenExtensions.Contains(own) ? Path.GetExtension(path) : ".png",
    };

    private static string Short(string extension) =>
        extension.ToLowerInvariant() switch { ".jpeg" => ".jpg", ".tiff" => ".tif", var other => other };

    private static string Itself(string output) =>
        $"{output}: expected a file that is no photo to colour, found one: results never replace their photos";
}
