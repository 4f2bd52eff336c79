using NetVips;

namespace Colorist.Hostile;

/// <summary>Strokes on a transparent ground, and references in colour.</summary>
internal sealed class HintsKind : IKind
{
    private readonly Lazy<byte[]> strokes = new(() => Seeds.Pattern(4).PngsaveBuffer());

    public string Name => "hints";

    public int Share => 60;

    public void Run(Random random, string folder)
    {
        var path = Path.Combine(folder, "strokes.png");
        File.WriteAllBytes(path, Mutation.Bytes(strokes.Value, random));
        if (random.Next(3) == 0) TinyModel.Colorizer.Refer(path);
        else Color(Hints.Load(path, 60, 50), folder);
    }

    private static void Color(Hints hints, string folder)
    {
        using var photo = Photo.FromLightness(Samples.Lightness(60, 50));
        using var colored = TinyModel.Colorizer.Colorize(photo, new Look { Hints = hints });
        colored.Save(Path.Combine(folder, "out.png"));
    }
}
