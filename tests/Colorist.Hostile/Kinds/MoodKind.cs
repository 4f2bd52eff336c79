namespace Colorist.Hostile;

/// <summary>Files of moods.</summary>
internal sealed class MoodKind : IKind
{
    public string Name => "moods";

    public int Share => 50;

    public void Run(Random random, string folder)
    {
        var (path, card) = (Path.Combine(folder, "moods.json"), TinyModel.Colorizer.Card);
        MoodFile.Write(
            path, card, [new Mood("noon", "two pictures", new Scene(new float[card.GlobalFeatures], [1, 0, 0]))]);
        File.WriteAllBytes(path, Mutation.Text(File.ReadAllBytes(path), random));
        using var photo = Photo.FromLightness(Samples.Lightness(60, 50));
        foreach (var mood in MoodFile.Read(path, card))
            TinyModel.Colorizer.Colorize(photo, new Look { Style = mood.Scene }).Dispose();
    }
}
