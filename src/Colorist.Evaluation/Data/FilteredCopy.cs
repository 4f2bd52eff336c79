using System.Formats.Tar;
using System.Globalization;

namespace Colorist.Evaluation;

/// <summary>
/// Where the filter puts what it keeps: a tar shard with the pictures in it, or a list of <c>path label</c> lines.
/// </summary>
public sealed class FilteredCopy : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private readonly TarWriter? tar;
    private readonly StreamWriter? list;

    public FilteredCopy(string path)
    {
        this.path = path;
        temporary = path + ".tmp";
        if (path.EndsWith(".tar", StringComparison.Ordinal)) tar = new TarWriter(File.Create(temporary));
        else list = new StreamWriter(temporary);
    }

    public void Keep(LabelledPicture picture)
    {
        list?.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{picture.Name} {picture.Label ?? PlacesList.NoLabel}"));
        tar?.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, picture.Name)
        {
            DataStream = new MemoryStream(picture.Encoded)
        });
    }

    /// <summary>Gives the copy its name; without this call it is dropped.</summary>
    public void Finish()
    {
        Close();
        File.Move(temporary, path, overwrite: true);
    }

    public void Dispose()
    {
        Close();
        File.Delete(temporary);
    }

    private void Close()
    {
        tar?.Dispose();
        list?.Dispose();
    }
}
