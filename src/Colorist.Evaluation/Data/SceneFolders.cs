namespace Colorist.Evaluation;

/// <summary>A folder of scene folders with pictures in them; labels are the folders' names, sorted.</summary>
public sealed class SceneFolders : IPictureSource
{
    private readonly string root;
    private readonly SceneLabels labels;

    public SceneFolders(string root)
    {
        this.root = root;
        labels = SceneLabels.From(Directory.GetDirectories(root).Select(folder => Path.GetFileName(folder)!));
    }

    public IReadOnlyList<string> Labels => labels.Names;

    public IEnumerable<LabelledPicture> Read(ulong? shuffleSeed)
    {
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories).Where(PictureSource.IsPicture).ToArray();
        Array.Sort(files, StringComparer.Ordinal);
        if (shuffleSeed is { } seed) new Random(unchecked((int)seed)).Shuffle(files);
        return files.Select(file => Picture(Path.GetRelativePath(root, file), file));
    }

    private LabelledPicture Picture(string name, string file) =>
        new(name, File.ReadAllBytes(file), labels.IndexOf(name.Split(Path.DirectorySeparatorChar)[0], file));
}
