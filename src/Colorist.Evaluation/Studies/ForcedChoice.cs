using System.Globalization;

namespace Colorist.Evaluation;

/// <summary>
/// A study of how natural colours look: pairs of the same picture, coloured in two ways, left and right drawn by lot;
/// whoever looks writes down which one looks more natural, and only then opens the key.
/// </summary>
public static class ForcedChoice
{
    private const int PairsPerSheet = 10;
    private const string Key = "key.csv";
    private const string Header = "pair,picture,left,right";

    /// <summary>Writes sheets of pairs (<c>sheet-1.png</c> and so on) and the key (<c>key.csv</c>).</summary>
    /// <param name="folder">Made when it is not there.</param>
    /// <param name="source">Pictures in true colour.</param>
    /// <param name="first">Name of the first way and what colours by it; null shows the true colours.</param>
    /// <param name="second">The same of the second way.</param>
    /// <param name="pairs">
    /// Number of pairs, at least 1; pictures are drawn from the first <paramref name="among"/>.
    /// </param>
    /// <param name="among">Number of pictures to draw from.</param>
    /// <param name="seed">The same seed draws the same pictures and sides.</param>
    /// <param name="stop">Stops the work; a key is written at the end only.</param>
    /// <exception cref="DataException">A picture that was drawn is missing or cannot be read.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(
        string folder, IPictureSource source, (string Name, Evaluator? Evaluator) first,
        (string Name, Evaluator? Evaluator) second,
        int pairs, int among, int seed, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        var random = new Random(seed);
        var all = Enumerable.Range(0, among).ToArray();
        random.Shuffle(all);
        var drawn = all.Take(pairs).ToArray();
        var sides = drawn.Select(_ => random.Next(2) == 1).ToArray();
        var (ofFirst, ofSecond) = (Pictures(first.Evaluator), Pictures(second.Evaluator));
        if (ofFirst.Count < drawn.Length)
            throw new DataException(folder, $"pairs drawn from {among} readable pictures",
                $"{drawn.Length - ofFirst.Count} drawn ones missing");

        var rows = drawn.Select((picture, pair) => sides[pair]
            ? new SheetRow($"{pair + 1}", ofSecond[picture], ofFirst[picture])
            : new SheetRow($"{pair + 1}", ofFirst[picture], ofSecond[picture])).ToArray();
        foreach (var (sheet, page) in rows.Chunk(PairsPerSheet).Index())
            PictureSheet.Write(Path.Combine(folder, $"sheet-{sheet + 1}.png"), ["left", "right"], page);
        var lines = drawn.Select((picture, pair) =>
            $"{pair + 1},{picture},{(sides[pair] ? second : first).Name},{(sides[pair] ? first : second).Name}");
        AtomicFile.Write(
            Path.Combine(folder, Key), beside => File.WriteAllLines(beside, [Header, .. lines]), stop: stop);

        IReadOnlyDictionary<int, RgbPicture> Pictures(Evaluator? evaluator) =>
            (evaluator ?? new Evaluator(photo => photo.WithoutColor())).Color(source, drawn.ToHashSet(), stop: stop)
            .ToDictionary(pair => pair.Key, pair => evaluator is null ? pair.Value.Truth : pair.Value.Predicted);
    }

    /// <summary>Opens the key and counts how often each way was chosen.</summary>
    /// <param name="folder">Of the study.</param>
    /// <param name="answers">A letter for each pair in order: L or R; anything else is passed over.</param>
    /// <returns>Times chosen by name, the most chosen first.</returns>
    /// <exception cref="DataException">
    /// The key is missing or the number of answers is not that of the pairs.
    /// </exception>
    public static IReadOnlyList<(string Name, int Chosen)> Count(string folder, string answers)
    {
        var path = Path.Combine(folder, Key);
        if (!File.Exists(path)) throw new DataException(path, "the key of a study", "no file");
        var pairs = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToList();
        var letters = answers.ToUpper(CultureInfo.InvariantCulture).Where(letter => letter is 'L' or 'R').ToList();
        if (letters.Count != pairs.Count)
            throw new DataException(path, $"{pairs.Count} answers (L or R)", $"{letters.Count}");
        var chosen = pairs.Zip(letters, (pair, letter) => letter == 'L' ? pair[2] : pair[3]).CountBy(name => name)
            .ToDictionary();
        return [.. pairs.SelectMany(pair => pair[2..]).Distinct().Select(name => (name, chosen.GetValueOrDefault(name)))
            .OrderByDescending(pair => pair.Item2)];
    }
}
