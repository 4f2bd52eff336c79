using System.CommandLine;

namespace Colorist.Training;

/// <summary>
/// <c>render-sizes</c>: finds the render size at which a model scores best on photographs larger than those it learned
/// from.
/// </summary>
internal static class RenderSizesCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model" };
        var photos = new Argument<string>("photos")
        {
            Description = "photographs in true colour: a folder, or a pattern such as photos/colour-*.jpg"
        };
        var output = new Option<string>("--output", "-o") { Description = "Markdown file", Required = true };
        var command = new Command("render-sizes", "Score a model at several render sizes.") { model, photos, output };
        command.SetAction(async (parsed, stop) =>
        {
            var table = parsed.GetValue(output)!;
            await RenderSizeStudy.Write(
                table, parsed.GetValue(model)!, PictureSource.Open(parsed.GetValue(photos)!), cancellation: stop);
            Console.WriteLine(await File.ReadAllTextAsync(table, stop));
        });
        return command;
    }
}
