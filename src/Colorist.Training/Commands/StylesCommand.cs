using System.CommandLine;

namespace Colorist.Training;

/// <summary><c>styles</c>: measures how far colours move towards those of the picture whose style is taken.</summary>
internal static class StylesCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model" };
        var source = new Argument<string>("pictures")
        {
            Description =
                "pictures in true colour with scene labels: tar shards (* allowed) or a folder of scene folders"
        };
        var count = new Option<int>("--count")
        {
            Description = "only so many pictures",
            DefaultValueFactory = _ => int.MaxValue
        };
        var matrix = new Option<string?>("--matrix")
        {
            Description = "instead of measuring: PNG file that shows each of a few pictures in the style of each"
        };
        var command =
            new Command("styles", "Measure how far style transfer moves colours.") { model, source, count, matrix };
        command.SetAction((parsed, stop) => Interrupted.Act(() =>
        {
            using var colorizer = Colorizer.Load(parsed.GetValue(model)!);
            var pictures = Interrupted.Read(PictureSource.Open(parsed.GetValue(source)!), parsed.GetValue(count), stop);
            if (parsed.GetValue(matrix) is { } sheet)
            {
                StyleMatrix.Write(sheet, colorizer, pictures, stop);
                return;
            }

            var results = StyleStudy.Measure(colorizer, pictures, new CountDisplay(), stop);
            Console.Error.WriteLine();
            Console.WriteLine(
                "| style of a picture with | given | pairs | moved towards it as coloured | towards its true colours "
                + "| distance from those before | after | a\\*b\\* RMSE before | after |\n|---|---|--:|--:|--:|--:|--:|--:|--:|");
            foreach (var result in results)
                Console.WriteLine(
                    $"| {result.Styles} | {result.Given} | {result.Pairs:n0} | {result.TowardsPainted:p0} | {result.TowardsTruth:p0} "
                    + $"| {result.DistanceBefore:f1} | {result.DistanceAfter:f1} | {result.ErrorBefore:f2} | {result.ErrorAfter:f2} |");
        }));
        return command;
    }
}
