namespace Colorist.Evaluation;

/// <summary>Scenes of pictures, as a model sees them in grey, with the palettes that they truly have.</summary>
public static class ScenePairs
{
    /// <summary>Reads pictures; those without colour and those that cannot be read are left out.</summary>
    /// <param name="colorizer">A model with global features.</param>
    /// <param name="pictures">In true colour.</param>
    /// <param name="progress">Is told the number of pictures done.</param>
    public static IReadOnlyList<(Scene Scene, Palette Palette)> Read(
        Colorizer colorizer, IEnumerable<LabelledPicture> pictures, IProgress<int>? progress = null)
    {
        var done = 0;
        return [.. pictures.AsParallel().AsOrdered().Select(picture =>
        {
            progress?.Report(Interlocked.Increment(ref done));
            return Pair(colorizer, picture);
        }).Where(pair => pair is not null).Select(pair => pair!.Value)];
    }

    private static (Scene, Palette)? Pair(Colorizer colorizer, LabelledPicture picture)
    {
        try
        {
            using var photo = Photo.Load(picture.Encoded, picture.Name);
            return (colorizer.Describe(photo), Palette.FromPhoto(photo));
        }
        catch (PhotoException)
        {
            return null;
        }
    }
}
