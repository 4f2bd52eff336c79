using System.Text.Json;

namespace Colorist;

/// <summary>
/// A file to which a line of JSON is added whenever something is finished. Whatever ends the program, what is listed is
/// whole.
/// </summary>
internal sealed class FinishedList<T>(string path)
    where T : class
{
    /// <summary>Adds a line.</summary>
    public void Add(T item) => File.AppendAllText(path, JsonSerializer.Serialize(item) + "\n");

    /// <summary>
    /// Reads the list as far as it is whole: a line that was being written, or that the power took, does not count, and
    /// nothing behind it; these are taken out of the file.
    /// </summary>
    /// <param name="isWhole">Whether what could be read of a line has all of its parts.</param>
    /// <returns>What is listed, and whether something was taken out.</returns>
    public (List<T> Items, bool WasCut) Read(Func<T, bool> isWhole)
    {
        if (!File.Exists(path)) return ([], false);
        var lines = File.ReadAllText(path).Split('\n');
        var items = lines[..^1].Select(Parse).TakeWhile(item => item is not null && isWhole(item)).OfType<T>().ToList();
        var wasCut = items.Count < lines.Length - 1 || lines[^1].Length > 0;
        if (wasCut) File.WriteAllLines(path, items.Select(item => JsonSerializer.Serialize(item)));
        return (items, wasCut);
    }

    private static T? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
