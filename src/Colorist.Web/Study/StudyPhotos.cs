namespace Colorist.Web;

/// <summary>Photos that lie in several folders under the same name.</summary>
internal static class StudyPhotos
{
    private static readonly HashSet<string> Extensions = new(Photo.ReadExtensions, StringComparer.OrdinalIgnoreCase);
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false
    };

    /// <summary>Finds the photos that every folder has.</summary>
    /// <param name="folders">Searched at any depth; extensions do not matter.</param>
    /// <param name="left">Hears how many photos are in some folders only.</param>
    /// <returns>By name, sorted: a file in each folder, in their order.</returns>
    /// <exception cref="StudyException">
    /// A folder cannot be read, has a name twice, or they have no photo in common.
    /// </exception>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Files)> InAll(
        IReadOnlyList<string> folders, Action<string> left)
    {
        var found = folders.Select(In).ToList();
        var names = found[0].Keys.Where(name => found.TrueForAll(files => files.ContainsKey(name)))
            .Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0) throw new StudyException(folders[^1], "photos of the same names in all folders", "none");
        var others = found.SelectMany(files => files.Keys).Distinct().Count() - names.Count;
        if (others > 0) left($"{others} photo{(others == 1 ? "" : "s")} left out that not every folder has");
        return [.. names.Select(name => (name, (IReadOnlyList<string>)[.. found.Select(files => files[name])]))];
    }

    private static Dictionary<string, string> In(string folder)
    {
        try
        {
            var files = new Dictionary<string, string>();
            foreach (var path in Directory.EnumerateFiles(folder, "*", Everywhere)
                .Where(path => Extensions.Contains(Path.GetExtension(path))))
            {
                var name = Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/');
                if (!files.TryAdd(name, path))
                    throw new StudyException(folder, $"one picture of the name {name}", "two");
            }

            return files;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StudyException(folder, "a folder of pictures", "none that can be read", exception);
        }
    }
}
