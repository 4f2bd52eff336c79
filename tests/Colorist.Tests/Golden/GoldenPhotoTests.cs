namespace Colorist.Tests;

/// <summary>
/// Photos as they came out when the pictures were recorded: both models, each precision, each kind of look.
/// </summary>
public sealed class GoldenPhotoTests(GoldenModels models) : IClassFixture<GoldenModels>
{
    public static TheoryData<string> Models => [.. GoldenModels.Names];

    public static MatrixTheoryData<string, string> Photos =>
        new(GoldenModels.Names, ["camera", "coffee", "rocket", "landscape", "portrait", "transparent"]);

    [Theory]
    [MemberData(nameof(Photos))]
    public void Colorize_Photo_IsAsRecorded(string model, string name)
    {
        using var photo = Open(name);
        CheckSaved($"{model}-{name}", photo, models[model].Colorize(photo));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Colorize_StyleOfAnotherPhoto_IsAsRecorded(string model)
    {
        using var rocket = Open("rocket");
        CheckLook(model, "style", "camera", new Look { Style = models[model].Describe(rocket), StyleStrength = 0.7f });
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Colorize_OtherThanUsuallyVivid_IsAsRecorded(string model) =>
        CheckLook(model, "vivid", "rocket", new Look { Vivid = !models[model].Card.VividByDefault });

    [Theory]
    [MemberData(nameof(Models))]
    public void Colorize_Hints_IsAsRecorded(string model) =>
        CheckLook(model, "hints", "portrait", new Look { Hints = Strokes });

    [Theory]
    [MemberData(nameof(Models))]
    public void Colorize_Reference_IsAsRecorded(string model)
    {
        using var coffee = Open("coffee");
        CheckLook(model, "reference", "coffee", new Look { Reference = models[model].Refer(coffee) });
    }

    [Fact]
    public void Colorize_ReferenceOfSomethingElse_IsAsRecorded()
    {
        using var coffee = Open("coffee");
        CheckLook("iizuka-half", "unlike-reference", "camera", new Look
        {
            Reference = models["iizuka-half"].Refer(coffee)
        });
    }

    [Fact]
    public void Colorize_HintsOnly_IsAsRecorded() =>
        CheckLook("iizuka-half", "hints-only", "portrait", new Look { Hints = Strokes, HintsOnly = true });

    [Theory]
    [InlineData("resnet18", true)]
    [InlineData("resnet18-8bit", true)]
    [InlineData("iizuka-half", true)] // no card asks for a second look
    public void Colorize_LargePhoto_IsAsRecorded(string model, bool secondLook)
    {
        using var camera = Photo.Load(Repository.Path("samples", "camera.png"));
        CheckShrunk($"{model}-{(secondLook ? "two-looks" : "one-look")}", camera,
            models[model, new() { SecondLook = secondLook }], divisor: 8);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Colorize_EveryPixel_IsAsRecorded(string model)
    {
        using var strip = MadeUpPhotos.Landscape(800, 80); // more than one tile
        CheckShrunk($"{model}-every-pixel", strip, models[model, new() { RenderFull = true }], divisor: 5);
    }

    [Fact]
    public void Colorize_EvenColors_IsAsRecorded()
    {
        using var coffee = Photo.Load(Repository.Path("samples", "coffee.png"));
        CheckShrunk("resnet18-even", coffee, models["resnet18", new() { Evenness = 0.04f }], divisor: 5);
    }

    private static Hints Strokes => Hints.FromPoints(
        72, 100,
        [(36, 30, 200, 150, 120), (37, 31, 200, 150, 120), (20, 85, 30, 60, 150), (21, 85, 30, 60, 150),
            (22, 85, 30, 60, 150), (5, 10, 60, 110, 50)]);

    private static Photo Open(string name) => name switch
    {
        "camera" => MadeUpPhotos.Sample("camera.png", 5),
        "coffee" => MadeUpPhotos.Sample("coffee.png", 6),
        "rocket" => MadeUpPhotos.Sample("rocket.jpg", 6),
        "landscape" => MadeUpPhotos.Landscape(96, 80),
        "portrait" => MadeUpPhotos.Portrait(72, 100),
        _ => MadeUpPhotos.Transparent(88, 88),
    };

    private void CheckLook(string model, string name, string photoName, Look look)
    {
        using var photo = Open(photoName);
        using var colored = models[model].Colorize(photo, look);
        GoldenPicture.Check($"{model}-{name}", photo.Width, photo.Height, colored.ToRgb());
    }

    private static void CheckShrunk(string name, Photo photo, Colorizer colorizer, int divisor)
    {
        using var colored = colorizer.Colorize(photo);
        var (width, height) = (photo.Width / divisor, photo.Height / divisor);
        GoldenPicture.Check(
            name, width, height, MadeUpPhotos.Shrink(colored.ToRgb(), photo.Width, width, height, divisor));
    }

    /// <summary>As a file, with all of its bits and its transparency.</summary>
    private static void CheckSaved(string name, Photo photo, Photo colored)
    {
        using var folder = new TemporaryFolder();
        colored.Save(folder["saved.png"]);
        using var saved = NetVips.Image.NewFromFile(folder["saved.png"]);
        Assert.Equal(photo.Bits, saved.Format == NetVips.Enums.BandFormat.Ushort ? 16 : 8);
        var most = photo.Bits == 16 ? 257.0 : 1;
        using var wide = saved.Cast(NetVips.Enums.BandFormat.Float);
        float[][] pixels = [.. wide.WriteToMemory<float>().Chunk(saved.Bands)];
        if (saved.Bands == 4)
            Assert.Equal(Enumerable.Range(0, photo.Width).Select(x => (float)(x * 65535 / (photo.Width - 1))),
                pixels[..photo.Width].Select(pixel => pixel[3]));
        GoldenPicture.Check(name, photo.Width, photo.Height,
            [.. pixels.SelectMany(pixel => pixel[..3]).Select(value => (byte)Math.Round(value / most))]);
    }
}
