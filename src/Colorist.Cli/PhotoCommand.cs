using System.CommandLine;
using System.Diagnostics;

namespace Colorist.Cli;

/// <summary><c>colorist photo</c>: colours one photograph.</summary>
internal static class PhotoCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("photo") { Description = "any picture: JPEG, PNG, TIFF, WebP, AVIF, ..." };
        var output = new Option<string?>("--output", "-o") { Description = "coloured picture; NAME-colour beside the photo by default" };
        var overwrite = new Option<bool>("--overwrite") { Description = "replace the output if it is there" };
        var scene = new Option<bool>("--scene") { Description = "say what kind of picture the network takes it for" };
        var model = new Option<string>("--model") { Description = "folder of a model", DefaultValueFactory = _ => ShippedModel.Path };
        var render = new Option<int?>("--render") { Description = "the network sees the photo at about this many pixels squared, 32 to 4096" };
        var command = new Command("photo", "Colour a photograph. The lightness of every pixel stays as it is.") { input, output, overwrite, scene, model, render };
        command.SetAction(parsed => Run(
            parsed.GetValue(input)!,
            parsed.GetValue(output) ?? Beside(parsed.GetValue(input)!),
            parsed.GetValue(overwrite),
            parsed.GetValue(scene),
            parsed.GetValue(model)!,
            new ColorizerOptions { RenderSide = parsed.GetValue(render) }));
        return command;
    }

    private static int Run(string input, string output, bool overwrite, bool scene, string model, ColorizerOptions options)
    {
        var clock = Stopwatch.StartNew();
        using var photo = Photo.Load(input);
        using var colorizer = Colorizer.Load(model, options);
        using var coloured = colorizer.Colorize(photo);
        coloured.Save(output, overwrite);
        Console.WriteLine($"{output}: {photo.Width}×{photo.Height}, {photo.Bits} bits, {clock.Elapsed.TotalSeconds:f2} s");
        if (scene) Console.WriteLine(SceneLine.Of(colorizer, photo));
        return 0;
    }

    private static string Beside(string input) =>
        Path.Combine(Path.GetDirectoryName(input) ?? "", $"{Path.GetFileNameWithoutExtension(input)}-colour{Path.GetExtension(input)}");
}
