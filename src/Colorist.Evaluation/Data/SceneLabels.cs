namespace Colorist.Evaluation;

/// <summary>Scene names in label order.</summary>
public sealed class SceneLabels
{
    private readonly Dictionary<string, int> indices;

    private SceneLabels(string[] names)
    {
        Names = names;
        indices = names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Sorts names into label order; the name of unlabelled pictures is left out.</summary>
    public static SceneLabels From(IEnumerable<string> names) =>
        new([.. names.Where(name => name != PictureSource.Unlabelled).Order(StringComparer.Ordinal)]);

    /// <summary>Reads the <c>classes.txt</c> in the folder of a file; null when there is none.</summary>
    public static SceneLabels? Beside(string file)
    {
        var list = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "classes.txt");
        return File.Exists(list) ? new SceneLabels([.. File.ReadLines(list).Where(line => line.Length > 0)]) : null;
    }

    /// <summary>The label of a scene; null for unlabelled pictures.</summary>
    /// <exception cref="DataException">The scene is not among the labels.</exception>
    public int? IndexOf(string scene, string where)
    {
        if (scene == PictureSource.Unlabelled) return null;
        return indices.TryGetValue(scene, out var index)
            ? index
            : throw new DataException(where, $"one of {Names.Count} scene labels", $"\"{scene}\"");
    }
}
