using System.Diagnostics;

namespace Colorist;

/// <summary>Colours every page of a TIFF file into another one; no more than a page is in work at a time.</summary>
/// <param name="colorizer">The model; not disposed.</param>
/// <param name="options">What is wanted of every page.</param>
internal sealed class PageColorizer(Colorizer colorizer, PhotoOptions options)
{
    /// <param name="photo">Any page of the file.</param>
    /// <param name="output">The file to write; it appears complete or not at all.</param>
    /// <param name="stop">Stops the work; nothing is written then.</param>
    /// <exception cref="PhotoException">
    /// One of the two is no TIFF file, every page has colour already, or a page cannot be read.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There are hints or a mask, which are for one page, and there are several; or their doubt is asked for.
    /// </exception>
    public PhotoResult Colorize(Photo photo, string output, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        Check(photo, output);
        return Stoppable.Run(() =>
        {
            List<Page> pages = [];
            PictureFile.Write(
                output, options.Save.Overwrite, beside => pages = Write(photo, output, beside, stop), stop);
            var colors = pages.Select(page => page.Colors).OfType<Colors>().ToList();
            var first = pages[0];
            return new PhotoResult(
                first.Width, first.Height, first.Bits, colors[0].Scene, colors.Average(found => found.MeanChroma),
                [.. Remarks(pages)], clock.Elapsed);
        }, stop);
    }

    private void Check(Photo photo, string output)
    {
        if (!photo.IsTiff) throw new PhotoException(photo.Name, "a TIFF file to colour all pages of", "another format");
        if (!PictureFormat.ForPath(output).KeepsPages)
            throw new PhotoException(output, "the extension .tif for a file of all pages", Path.GetExtension(output));
        options.CheckFor(colorizer);
        if (photo.MorePages > 0 && options.Look is { Hints: not null } or { Mask: not null })
            throw new ArgumentException(
                $"expected hints and a mask for one page only, found {photo.MorePages + 1} pages to colour");
    }

    private List<Page> Write(Photo photo, string output, string beside, CancellationToken stop)
    {
        var plan = Plan(photo, stop);
        var single = beside + "-page";
        // as AtomicFile does
        using var stopped = OperatingSystem.IsWindows() ? default : stop.Register(() => File.Delete(single));
        try
        {
            using var file =
                new TiffPages(beside, plan.Count, TiffPictureWriter.NeedsBig(plan.Sum(page => page.Bytes)));
            return [.. plan.Select((page, number) =>
            {
                var written = WriteOne(photo, number, page.KeepsColor, output, single, stop);
                file.Add(single, stop);
                return written;
            })];
        }
        finally
        {
            File.Delete(single);
        }
    }

    /// <summary>Looks at every page before the first is coloured.</summary>
    private List<(bool KeepsColor, long Bytes)> Plan(Photo photo, CancellationToken stop)
    {
        List<(bool KeepsColor, long Bytes)> plan = [];
        for (var number = 0; number <= photo.MorePages; number++)
        {
            using var page = photo.Page(number, stop);
            // with opacity
            var bytes = (long)page.Width * page.Height * page.Bits / 8 * 4 * (options.Save.SideBySide ? 2 : 1);
            plan.Add((!options.Recolor && page.HasColor(stop), bytes));
        }

        return plan.All(page => page.KeepsColor) ? throw PhotoColorizer.InColor(photo) : plan;
    }

    private Page WriteOne(
        Photo photo, int number, bool keepsColor, string output, string single, CancellationToken stop)
    {
        using var page = photo.Page(number, stop);
        var colors = keepsColor ? null : colorizer.Predict(page, options.Look, stop);
        using var colored = colors is null ? page : page.WithChroma(colors.Chroma, colorizer.Signature);
        var lost = colored.SavePage(output, single, options.Save, stop);
        return new Page(page.Width, page.Height, page.Bits, colors, [.. PhotoRemarks.Of(page, colors, lost)]);
    }

    private static IEnumerable<string> Remarks(List<Page> pages)
    {
        if (pages is [var only]) return only.Remarks;
        var colored = pages.Count(page => page.Colors is not null);
        var all = colored == pages.Count ? $"{colored} pages coloured" : $"{colored} of {pages.Count} pages coloured";
        return pages.SelectMany((page, i) => page.Remarks
            .Prepend(page.Colors is null ? "has colour already and keeps it" : "")
            .Where(remark => remark.Length > 0)
            .Select(remark => $"page {i + 1}: {remark}")).Prepend(all);
    }

    private sealed record Page(int Width, int Height, int Bits, Colors? Colors, IReadOnlyList<string> Remarks);
}
