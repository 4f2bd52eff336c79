namespace Colorist;

/// <summary>
/// A directory of a TIFF file or an EXIF block: tags by number, and the directories that some tags point to.
/// </summary>
internal sealed class TiffDirectory
{
    /// <summary>The tags, but for those that point to directories.</summary>
    public SortedDictionary<int, TiffTag> Tags { get; } = [];

    /// <summary>EXIF, GPS and interoperability directories by the tag that points to them.</summary>
    public SortedDictionary<int, TiffDirectory> Parts { get; } = [];

    /// <summary>The pictures that the tag SubIFDs points to.</summary>
    public List<TiffDirectory> Pictures { get; } = [];

    public TiffTag? this[int id] => Tags.GetValueOrDefault(id);

    public bool IsEmpty => Tags.Count == 0 && Parts.Count == 0;

    public void Set(TiffTag tag) => Tags[tag.Id] = tag;

    /// <summary>Replaces a tag where there is one.</summary>
    public void Update(TiffTag tag)
    {
        if (Tags.ContainsKey(tag.Id)) Set(tag);
    }

    /// <summary>The directory that a tag points to, made if there is none.</summary>
    public TiffDirectory Part(int id) => Parts.TryGetValue(id, out var part) ? part : Parts[id] = new TiffDirectory();

    /// <summary>A copy whose tags can be changed, without pictures.</summary>
    public TiffDirectory Copy()
    {
        var copy = new TiffDirectory();
        foreach (var tag in Tags.Values) copy.Set(tag);
        foreach (var (id, part) in Parts) copy.Parts[id] = part.Copy();
        return copy;
    }

    /// <summary>Adds what another directory says and this one does not.</summary>
    public void Complete(TiffDirectory other)
    {
        foreach (var tag in other.Tags.Values) Tags.TryAdd(tag.Id, tag);
        foreach (var (id, part) in other.Parts) Part(id).Complete(part);
    }
}
