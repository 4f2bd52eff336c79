using System.CommandLine;

namespace Colorist.Training;

/// <summary><c>moods</c>: makes the moods that come with a model from the pictures that it was trained on.</summary>
internal static class MoodsCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "folder of a model" };
        var source = new Argument<string>("pictures")
        {
            Description =
                "pictures in true colour with scene labels: tar shards (* allowed) or a folder of scene folders"
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = $"the model's {MoodFile.FileName} by default; one that is there is replaced"
        };
        var command = new Command(
            "moods", "Make a model's moods from pictures chosen by their colours.") { model, source, output };
        command.SetAction((parsed, stop) => Interrupted.Act(() =>
        {
            using var colorizer = Colorizer.Load(parsed.GetValue(model)!);
            if (!colorizer.Card.HasGlobal)
                throw new ArgumentException(
                    $"expected a model with global features, found {colorizer.Card.Name} without");
            var moods = new MoodSearch(colorizer, MoodRules.All)
                .Find(PictureSource.Open(parsed.GetValue(source)!), new CountDisplay(), stop);
            Console.Error.WriteLine();
            var path = parsed.GetValue(output) ?? Path.Combine(parsed.GetValue(model)!, MoodFile.FileName);
            MoodFile.Write(path, colorizer.Card, moods);
            foreach (var mood in moods) Console.WriteLine($"{mood.Name}: {mood.Origin}");
        }));
        return command;
    }
}
