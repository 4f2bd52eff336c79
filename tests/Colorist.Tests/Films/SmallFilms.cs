namespace Colorist.Tests;

/// <summary>
/// Colours small films of every kind with the smallest model, as quickly as it goes; it is loaded once.
/// </summary>
public sealed class SmallFilms : IDisposable
{
    private static readonly FilmOptions Quick = new() { RenderSide = 32, Preset = "ultrafast" };

    private readonly TemporaryFolder folder = new();
    private readonly Colorizer colorizer = Colorizer.Load(Repository.Path("models", "iizuka-half"));

    /// <summary>A file in a folder of all tests of the class.</summary>
    public string this[string name] => folder[name];

    public void Dispose()
    {
        colorizer.Dispose();
        folder.Dispose();
    }

    /// <summary>Makes a film, 64×48, 24 frames a second, unless it is there.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="arguments">For ffmpeg, after the inputs: 0 moving pictures, 1 a tone, both without an end.</param>
    public string Make(string name, params string[] arguments) => File.Exists(folder[name])
        ? folder[name]
        : FilmFile.Make(folder[name],
            ["-f", "lavfi", "-i", "testsrc2=size=64x48:rate=24", "-f", "lavfi", "-i", "sine=440:r=48000",
                .. arguments]);

    /// <summary>What kind of picture a photo is, says the model.</summary>
    public Scene Describe(string photo)
    {
        using var picture = Photo.Load(photo);
        return colorizer.Describe(picture);
    }

    /// <summary>Colours a film.</summary>
    /// <param name="film">The film.</param>
    /// <param name="name">Of the result; what was there is replaced.</param>
    /// <param name="options">Null for the quickest.</param>
    public FilmResult Color(string film, string name, FilmOptions? options = null) => new FilmColorizer(colorizer)
        .Colorize(
        Film.Open(film), folder[name],
        (options ?? Quick) with
        {
            RenderSide = options?.RenderSide ?? Quick.RenderSide,
            Overwrite = true,
            Recolor = true,
            Preset = name.EndsWith("webm") ? null : Quick.Preset
        });
}
