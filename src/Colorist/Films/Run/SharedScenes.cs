namespace Colorist;

/// <summary>
/// The scenes of a film's shots where those that show the same place share one, the mean: so that a dress does not
/// change its colour from a shot to the next of the same place.
/// </summary>
internal sealed class SharedScenes
{
    // cosine of a shot's vector and the mean of a place: pieces of one take have 0.75 to 0.99, other places up to 0.7
    private const double MinLikeness = 0.75;

    private readonly Dictionary<long, Scene> scenes = []; // by the times of the first frames

    /// <param name="shots">In the order they are shown.</param>
    public SharedScenes(IEnumerable<ShotScene> shots)
    {
        var places = new List<List<ShotScene>>();
        foreach (var shot in shots)
        {
            var nearest = places
                .Select(place => new { Shots = place, Likeness = Likeness(Mean(place).Vector, shot.Scene.Vector) })
                .MaxBy(place => place.Likeness);
            if (nearest?.Likeness >= MinLikeness) nearest.Shots.Add(shot);
            else places.Add([shot]);
        }

        foreach (var place in places)
        {
            var mean = Mean(place);
            foreach (var shot in place) scenes[shot.Time] = mean;
        }

        Places = places;
    }

    /// <summary>The shots of each place, in the order they are shown.</summary>
    public IReadOnlyList<IReadOnlyList<ShotScene>> Places { get; }

    /// <summary>The scene of the shot that begins at a time; null for none.</summary>
    public Scene? At(long time) => scenes.GetValueOrDefault(time);

    private static Scene Mean(List<ShotScene> place) => Scene.Mix([.. place.Select(shot => (shot.Scene, 1f))]);

    private static double Likeness(float[] one, float[] other)
    {
        double product = 0, length = 0, otherLength = 0;
        for (var i = 0; i < one.Length; i++)
        {
            product += (double)one[i] * other[i];
            length += (double)one[i] * one[i];
            otherLength += (double)other[i] * other[i];
        }

        return product / Math.Max(Math.Sqrt(length * otherLength), double.Epsilon);
    }
}
