using Colorist.Training.Data;

namespace Colorist.Training.Evaluation;

/// <summary>Photographs in one folder, without scene labels.</summary>
/// <param name="pattern">The folder, or the folder and a file name with <c>*</c> or <c>?</c>.</param>
internal sealed class PhotoFolder(string pattern) : IPictureSource
{
    public IReadOnlyList<string> Labels => [];

    /// <exception cref="DataException">There is no picture.</exception>
    public IEnumerable<LabelledPicture> Read(ulong? shuffleSeed)
    {
        var whole = Directory.Exists(pattern);
        var folder = whole ? pattern : Path.GetDirectoryName(Path.GetFullPath(pattern))!;
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, whole ? "*" : Path.GetFileName(pattern)) : [];
        var pictures = files.Where(PictureSource.IsPicture).Order(StringComparer.Ordinal).ToArray();
        if (pictures.Length == 0) throw new DataException($"{pattern}: expected a folder of pictures, found none");
        return pictures.Select(file => new LabelledPicture(Path.GetFileName(file), File.ReadAllBytes(file), Label: null));
    }
}
