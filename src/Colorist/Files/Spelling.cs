namespace Colorist;

/// <summary>How far words are from each other.</summary>
internal static class Spelling
{
    /// <summary>
    /// The number of letters to put in, take out or replace (Levenshtein 1966), upper and lower case alike.
    /// </summary>
    public static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i + 1);
            for (var j = 0; j < to.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(from[i]) == char.ToLowerInvariant(to[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = left = Math.Min(change, Math.Min(left, diagonal) + 1);
            }
        }
        return row[^1];
    }
}
