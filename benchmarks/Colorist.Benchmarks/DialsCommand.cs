using System.CommandLine;
using System.Globalization;

namespace Colorist.Benchmarks;

/// <summary><c>dials</c>: the pictures and the table of docs/guides/dials.md, from the samples.</summary>
internal static class DialsCommand
{
    private const int Side = 220; // of a cell, in pixels

    private static readonly Argument<string> Samples = new("samples")
    {
        Description = "folder with camera.png, coffee.png and rocket.jpg"
    };
    private static readonly Argument<string> Output = new("output") { Description = "folder for the strips" };

    private static readonly (string Name, string Sample, (string Caption, Tone Tone)[] Cells)[] Strips =
    [
        ("temperature", "camera.png",
            [.. ((float[])[-60, -20, 0, 20, 60]).Select(value => ($"{value:f0}", new Tone { Temperature = value }))]),
        ("tint", "camera.png",
            [.. ((float[])[-60, -20, 0, 20, 60]).Select(value => ($"{value:f0}", new Tone { Tint = value }))]),
        ("balance", "coffee.png", [("none", new Tone()), ("auto", new Tone { Balance = Balance.Auto })]),
        ("hue-map", "rocket.jpg",
            [("as found", new Tone()), .. ((string[])["blue->brown:0.6", "blue->cyan", "blue->grey"]).Select(Mapped)]),
        ("limit", "coffee.png", [("as found", new Tone()), .. ((float[])[30, 20, 10])
            .Select(most => ($"skin={most:f0}", new Tone { Limits = new HueLimits { Skin = most } }))]),
    ];

    public static Command Create()
    {
        var command = new Command(
            "dials", "Makes a strip of pictures for each dial, and prints what presets do.") { Samples, Output };
        command.SetAction(parsed =>
        {
            using var colorizer = Colorizer.Load(ShippedModel.Folder);
            var (samples, folder) = (parsed.GetValue(Samples)!, parsed.GetValue(Output)!);
            foreach (var (name, sample, cells) in Strips) Write(
                colorizer, samples, sample, Path.Combine(folder, name + ".jpg"), cells);
            (string, Tone)[] presets = [("as found", new Tone()), .. PresetShelf.Shipped
                .Select(preset => (preset.Name, preset.Tone))];
            Write(colorizer, samples, "coffee.png", Path.Combine(folder, "presets.jpg"), presets, across: 4);
            Console.WriteLine(
                "| preset | C\\*ab | a\\* of paper | b\\* of paper | C\\*ab 10 | C\\*ab 30 | C\\*ab 60 |\n|---|---|---|---|---|---|---|");
            foreach (var (name, tone) in presets) Console.WriteLine(Row(colorizer, samples, name, tone));
        });
        return command;
    }

    private static (string, Tone) Mapped(string shift) => (shift, new Tone { HueMap = [HueShift.Parse(shift)] });

    private static void Write(Colorizer colorizer, string samples, string sample, string path,
        (string Caption, Tone Tone)[] cells, int? across = null)
    {
        using var small = Small(Path.Combine(samples, sample));
        var pictures = cells.Select(
            cell => (cell.Caption, Photo: colorizer.Colorize(small, new Look { Tone = cell.Tone }))).ToList();
        ContactSheet.Write(path, pictures, overwrite: true, across ?? cells.Length);
        foreach (var (_, photo) in pictures) photo.Dispose();
        Console.Error.WriteLine(path);
    }

    /// <summary>What a preset makes of the samples, of white paper, and of skin's hue in three strengths.</summary>
    private static string Row(Colorizer colorizer, string samples, string name, Tone tone)
    {
        var mean = ((string[])["camera.png", "coffee.png", "rocket.jpg"]).Average(sample =>
        {
            using var small = Small(Path.Combine(samples, sample));
            return colorizer.Predict(small, new Look { Tone = tone }).Chroma
                .At(small.Lightness(small.Width, small.Height)).Mean();
        });
        float[] a = [0, 5, 15, 30], b = [0, 8.7f, 26, 52];
        ToneTable.Make(tone)?.Apply([95, 60, 60, 60], a, b);
        var strengths = a.Zip(b, (x, y) => MathF.Sqrt(x * x + y * y)).Skip(1)
            .Select(chroma => chroma.ToString("f0", CultureInfo.InvariantCulture));
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {mean:f1} | {a[0]:f1} | {b[0]:f1} | {string.Join(" | ", strengths)} |");
    }

    private static Photo Small(string path)
    {
        using var photo = Photo.Load(path);
        var scale = (double)Side / Math.Max(photo.Width, photo.Height);
        return Photo.FromLightness(photo.Lightness((int)(photo.Width * scale), (int)(photo.Height * scale)));
    }
}
