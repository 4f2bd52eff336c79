using System.Runtime.InteropServices;

namespace Colorist.Cli;

/// <summary>What <c>colorist doctor</c> looks at, each by using it.</summary>
internal static class Examination
{
    private const string Anew = "install colorist anew: files of it are missing or damaged";

    /// <param name="model">The model as it is asked for: name, folder or merge.</param>
    /// <param name="device">What the networks are to compute on.</param>
    public static IEnumerable<Finding> Run(string model, ComputeDevice device)
    {
        yield return new Finding("program", true, true,
            $"{ProgramInfo.Version}, commit {ProgramInfo.Commit}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        yield return new Finding("processor", true, true, CpuLine());
        yield return Finding.Of("model", () => ModelLine(model), Anew);
        yield return Finding.Of("networks", () => NetworkLine(model), Anew);
        yield return Gpu(model, device);
        yield return Finding.Of("formats", FormatLine, Anew);
        var tools = Finding.Of("ffmpeg", () => FilmTools.Find().Version,
            "apt install ffmpeg, brew install ffmpeg or winget install ffmpeg; films need it");
        yield return tools;
        if (tools.IsFine) yield return Encoders();
        yield return Finding.Of(
            "temporary", TemporaryLine, "set TMPDIR (TEMP on Windows) to a folder that you may write to");
        yield return Finding.Of("defaults", DefaultsLine, "mend that file, or colorist config unset", isNeeded: true);
    }

    private static string CpuLine() =>
        $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} threads, {string.Join(", ", Processor.Features.DefaultIfEmpty("nothing that is fast"))}; "
        + (Processor.IsFastWithEightBits ? "fast with 8 bits" : "not fast with 8 bits");

    private static string ModelLine(string model)
    {
        using var loaded = Model.Load(model); // which checks every file
        var card = loaded.Card;
        return $"{card.Name}, {card.Files.Count} files whole, weights SHA-256 {card.WeightsSha256}";
    }

    private static string NetworkLine(string model)
    {
        using var colorizer = Colorizer.Load(model, new ColorizerOptions { Device = ComputeDevice.Cpu });
        using var photo = Photo.FromRgb(64, 64, Enumerable.Repeat((byte)128, 3 * 64 * 64).ToArray());
        using var colored = colorizer.Colorize(photo);
        return "a small photo was coloured";
    }

    private static Finding Gpu(string model, ComputeDevice device)
    {
        var wanted = device is not (ComputeDevice.Automatic or ComputeDevice.Cpu);
        var finding = Finding.Of("gpu", () =>
        {
            using var colorizer = Colorizer.Load(model, new ColorizerOptions { Device = device });
            return colorizer.Device == ComputeDevice.Cpu ? "" : $"{colorizer.Device}";
        }, "--device cpu does without; docs/guides/install.md says what a GPU needs", wanted);
        return finding is { IsFine: true, Found: "" }
            ? new Finding("gpu", false, false, "not used: no runtime for one beside the program")
            : finding;
    }

    private static string FormatLine()
    {
        using var photo = Photo.FromRgb(8, 8, new byte[3 * 64]);
        foreach (var extension in Photo.WrittenExtensions)
        {
            using var file = new MemoryStream();
            photo.Save(file, extension);
            using var again = Photo.Load(file.ToArray(), extension);
        }

        return $"reads {Names(Photo.ReadExtensions)}; writes {Names(Photo.WrittenExtensions)}";
    }

    private static Finding Encoders()
    {
        var found = FilmTools.Find().Encoders;
        var missing = FilmTools.UsefulEncoders.Except(found).ToList();
        var usual = FilmTools.UsefulEncoders[0];
        return new Finding("encoders", found.Contains(usual), true,
            string.Join(", ", found.DefaultIfEmpty("none"))
                + (missing.Count > 0 ? $"; without {string.Join(", ", missing)}" : ""),
            found.Contains(usual) ? null : $"install an ffmpeg with {usual}, or choose another: --codec");
    }

    private static string TemporaryLine()
    {
        var folder = Path.GetTempPath();
        AtomicFile.WriteText(Path.Combine(folder, $"colorist-doctor-{Environment.ProcessId}"), "");
        File.Delete(Path.Combine(folder, $"colorist-doctor-{Environment.ProcessId}"));
        return FormattableString.Invariant(
            $"{folder} can be written, {new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace / 1e9:f1} GB free");
    }

    private static string DefaultsLine()
    {
        var settings = Settings.Read(Settings.UsualPath);
        return settings.Values.Count == 0 ? $"none in {settings.Path}" : $"{settings.Values.Count} in {settings.Path}";
    }

    private static string Names(IEnumerable<string> extensions) =>
        string.Join(' ', extensions.Select(extension => extension[1..]));
}
