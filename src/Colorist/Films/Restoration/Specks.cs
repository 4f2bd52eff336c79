namespace Colorist;

/// <summary>Patches of marked pixels: small or narrow ones are dirt, others are things.</summary>
/// <param name="width">Columns.</param>
/// <param name="height">Rows.</param>
internal sealed class Specks(int width, int height)
{
    private const int Share = 2500; // of a frame's pixels: the largest speck
    private const int Narrow = 160; // of its columns: the broadest scratch, in the mean of its rows

    private readonly int maxPixels = Math.Max(16, width * height / Share);
    private readonly int maxColumns = Math.Max(2, width / Narrow);
    private readonly Stack<int> open = new();
    private readonly List<int> patch = [];

    /// <summary>Takes marks away from what is neither small nor narrow.</summary>
    /// <param name="marks">Height×width: 0 without a mark; marks of one sign make a patch. Changed.</param>
    public void Keep(sbyte[] marks)
    {
        var seen = new bool[marks.Length];
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i] == 0 || seen[i]) continue;
            var rows = Gather(marks, seen, i);
            if (patch.Count <= maxPixels || patch.Count <= maxColumns * rows) continue;
            foreach (var at in patch) marks[at] = 0;
        }
    }

    /// <summary>Finds a patch.</summary>
    /// <returns>How many rows it has.</returns>
    private int Gather(sbyte[] marks, bool[] seen, int start)
    {
        var (top, bottom, mark) = (height, 0, marks[start]);
        patch.Clear();
        open.Push(start);
        seen[start] = true;
        while (open.TryPop(out var at))
        {
            patch.Add(at);
            var (x, y) = (at % width, at / width);
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
                for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                {
                    var near = row * width + column;
                    if (seen[near] || marks[near] != mark) continue;
                    seen[near] = true;
                    open.Push(near);
                }
        }

        return bottom - top + 1;
    }
}
