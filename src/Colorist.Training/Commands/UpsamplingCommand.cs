using System.CommandLine;

namespace Colorist.Training;

/// <summary><c>upsampling</c>: measures what bringing small chroma up to full size costs.</summary>
internal static class UpsamplingCommand
{
    private const int CropFactor = 8;

    public static Command Create()
    {
        var photos = new Argument<string>("photos")
        {
            Description = "pictures in true colour: tar shards, a folder, or a pattern such as photos/colour-*.jpg"
        };
        var count = new Option<int>("--count")
        {
            Description = "only so many pictures",
            DefaultValueFactory = _ => int.MaxValue
        };
        var crops = new Option<string?>("--crops")
        {
            Description = "PNG file that shows details of the pictures at 1:1, chroma made 8 times smaller"
        };
        var command = new Command(
            "upsampling", "Measure what bringing small chroma up to full size costs.") { photos, count, crops };
        command.SetAction((parsed, stop) => Interrupted.Act(() =>
        {
            var pictures = Interrupted.Read(PictureSource.Open(parsed.GetValue(photos)!), parsed.GetValue(count), stop);
            Console.WriteLine($"RMSE of a*b* against true colour, means over {pictures.Count} pictures\n");
            Console.WriteLine("| chroma made smaller | left grey | bilinear | guided |\n|--:|--:|--:|--:|");
            foreach (var (factor, grey, bilinear, guided) in UpsamplingStudy.Measure(pictures, stop))
                Console.WriteLine($"| 1/{factor} | {grey:f3} | {bilinear:f3} | {guided:f3} |");
            if (parsed.GetValue(crops) is { } sheet) UpsamplingSheet.Write(sheet, pictures, CropFactor);
        }));
        return command;
    }
}
