using System.CommandLine;

namespace Colorist.Training;

/// <summary><c>filter</c>: leaves out pictures that have too little colour to teach any.</summary>
internal static class FilterCommand
{
    private const int MeasuredSide = 64;

    public static Command Create()
    {
        var source = new Argument<string>("source")
        {
            Description = "tar shards (* allowed), a folder of scene folders, or a list of \"path label\" lines"
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "NAME.tar for a shard with the pictures, any other name for a list",
            Required = true
        };
        var root = new Option<string?>("--root") { Description = "folder that a list's paths start from" };
        var chroma = new Option<double>("--min-chroma")
        {
            Description = "least mean C*ab of a picture",
            DefaultValueFactory = _ => 4
        };
        var spread = new Option<double>("--min-spread")
        {
            Description = "least standard deviation of its a*b*; drops tinted pictures",
            DefaultValueFactory = _ => 3
        };
        var command = new Command(
            "filter", "Leave out grey, tinted and unreadable pictures.") { source, output, root, chroma, spread };
        command.SetAction((parsed, stop) => Interrupted.Act(() => Run(
            PictureSource.Open(parsed.GetValue(source)!, parsed.GetValue(root)), parsed.GetValue(output)!,
            new ColorMeasure(parsed.GetValue(chroma), parsed.GetValue(spread)), stop)));
        return command;
    }

    private static void Run(IPictureSource source, string output, ColorMeasure least, CancellationToken stop)
    {
        using var copy = new FilteredCopy(output);
        var (kept, grey, tinted, unreadable) = (0, 0, 0, 0);
        foreach (var (picture, measure) in Measured(source, stop))
        {
            if (measure is null) unreadable++;
            else if (measure.Chroma < least.Chroma) grey++;
            else if (measure.Spread < least.Spread) tinted++;
            else
            {
                copy.Keep(picture);
                kept++;
            }
        }
        copy.Finish();
        Console.WriteLine(
            $"{output}: kept {kept:n0} pictures; left out {grey:n0} grey, {tinted:n0} of one tint, {unreadable:n0} unreadable");
    }

    private static ParallelQuery<(LabelledPicture Picture, ColorMeasure? Measure)> Measured(
        IPictureSource source, CancellationToken stop) =>
        source.Read(shuffleSeed: null).AsParallel().AsOrdered().WithCancellation(stop)
            .Select(picture => (picture, Measure(picture)));

    private static ColorMeasure? Measure(LabelledPicture picture)
    {
        try
        {
            return ColorMeasure.FromPicture(RgbPicture.Decode(picture.Encoded, picture.Name, MeasuredSide));
        }
        catch (PhotoException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return null;
        }
    }
}
