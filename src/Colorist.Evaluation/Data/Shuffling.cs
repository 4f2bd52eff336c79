namespace Colorist.Evaluation;

/// <summary>Orders that are random and yet the same for the same seed.</summary>
public static class Shuffling
{
    /// <summary>Streams items through a full buffer, each time giving a random one of it away.</summary>
    public static IEnumerable<T> Buffered<T>(IEnumerable<T> items, int size, Random random)
    {
        var buffer = new List<T>(size);
        foreach (var item in items)
        {
            if (buffer.Count < size)
            {
                buffer.Add(item);
                continue;
            }
            var slot = random.Next(size);
            yield return buffer[slot];
            buffer[slot] = item;
        }
        foreach (var item in random.GetItemsShuffled(buffer)) yield return item;
    }

    /// <summary>Mixes numbers into one seed (the finalizer of SplitMix64).</summary>
    public static ulong Seed(params ReadOnlySpan<long> numbers)
    {
        var seed = 0UL;
        foreach (var number in numbers)
        {
            seed += unchecked((ulong)number) + 0x9E3779B97F4A7C15;
            seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
            seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EB;
            seed ^= seed >> 31;
        }
        return seed;
    }

    private static T[] GetItemsShuffled<T>(this Random random, List<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
