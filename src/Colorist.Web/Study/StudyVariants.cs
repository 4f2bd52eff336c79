namespace Colorist.Web;

/// <summary>
/// One photo in all methods, made alike: the same size, the same encoding, the same number of bytes, and nothing but
/// pixels.
/// </summary>
/// <param name="methods">The methods; those with folders come first.</param>
/// <param name="side">Pixels of the longer side at most.</param>
internal sealed class StudyVariants(IReadOnlyList<StudyMethod> methods, int side)
{
    /// <summary>Reads or colours a photo.</summary>
    /// <param name="files">One for each method that has a folder.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <returns>A picture for each method.</returns>
    /// <exception cref="PhotoException">
    /// A file is no picture, the pictures differ in shape, or the photo to be coloured is black and white.
    /// </exception>
    public IReadOnlyList<RgbPicture> Read(IReadOnlyList<string> files, CancellationToken stop)
    {
        var loaded = files.Select(file => Photo.Load(file, stop: stop)).ToList();
        try
        {
            if (methods.Any(method => method.Colorizer is not null) && !loaded[0].HasColor(stop))
                throw new PhotoException(files[0], "a photo in colour, as the truth", "one in black and white");
            var shorter = loaded.Min(ShorterSide);
            var pictures = loaded.Select(photo => Scaled(photo, shorter, stop)).ToList();
            var first = pictures[0];
            foreach (var (file, picture) in files.Zip(pictures))
            {
                if ((picture.Width, picture.Height) != (first.Width, first.Height))
                    throw new PhotoException(file, $"the shape of {files[0]}",
                        $"{picture.Width}×{picture.Height} for {first.Width}×{first.Height}");
            }

            return [.. pictures, .. methods.Skip(files.Count)
                .Select(method => Colored(first, method.Colorizer!, stop))];
        }
        finally
        {
            loaded.ForEach(photo => photo.Dispose());
        }
    }

    /// <summary>
    /// Writes pictures so that nothing but what they show tells one from another: zeros behind their ends make them
    /// equally long.
    /// </summary>
    /// <param name="pictures">Of the same size.</param>
    /// <param name="paths">Files to write, JPEG.</param>
    public static void Write(IReadOnlyList<RgbPicture> pictures, IReadOnlyList<string> paths)
    {
        foreach (var (picture, path) in pictures.Zip(paths))
        {
            using var photo = Photo.FromRgb(picture.Width, picture.Height, picture.Pixels);
            photo.Save(path);
        }

        var longest = paths.Max(path => new FileInfo(path).Length);
        foreach (var path in paths)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
            file.SetLength(longest);
        }
    }

    private int ShorterSide(Photo photo)
    {
        var scale = Math.Min(1, (double)side / Math.Max(photo.Width, photo.Height));
        return Math.Max(1, (int)Math.Round(scale * Math.Min(photo.Width, photo.Height)));
    }

    /// <summary>Upright and without profile first, then smaller.</summary>
    private static RgbPicture Scaled(Photo photo, int shorter, CancellationToken stop)
    {
        var picture = new RgbPicture(photo.Width, photo.Height, photo.ToRgb(stop));
        if (shorter == Math.Min(picture.Width, picture.Height)) return picture;
        using var upright = Photo.FromRgb(picture.Width, picture.Height, picture.Pixels);
        using var encoded = new MemoryStream();
        upright.Save(encoded, ".png", stop: stop);
        return RgbPicture.Decode(encoded.ToArray(), photo.Name, shorter);
    }

    private static RgbPicture Colored(RgbPicture truth, Colorizer colorizer, CancellationToken stop)
    {
        using var photo = Photo.FromRgb(truth.Width, truth.Height, truth.Pixels);
        using var colored = colorizer.Colorize(photo, stop: stop);
        return truth with { Pixels = colored.ToRgb(stop) };
    }
}
