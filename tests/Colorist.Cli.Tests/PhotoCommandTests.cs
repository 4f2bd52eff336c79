namespace Colorist.Cli.Tests;

/// <summary>These run with the shipped model.</summary>
public sealed class PhotoCommandTests : IDisposable
{
    private static readonly string Camera = Repository.Path("samples", "camera.png");

    private static readonly string[] Shipped = ["--model", "resnet18"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Photo_BlackAndWhiteSample_GetsColorAndKeepsItsLightness()
    {
        var output = folder["camera.png"];
        var command = Command.Run(["photo", Camera, "-o", output, "--scene", .. Shipped]);
        Assert.Equal((0, ""), (command.ExitCode, command.Error));
        Assert.Contains("512×512", command.Output, StringComparison.Ordinal);
        Assert.Contains("scene:", command.Output, StringComparison.Ordinal);

        using var before = Photo.Load(Camera);
        using var after = Photo.Load(output);
        var pixels = Lab(before).Zip(Lab(after)).ToList();
        // about one step of 8 bits
        Assert.All(pixels, pair => Assert.Equal(pair.First.Lightness, pair.Second.Lightness, 0.6f));
        Assert.True(
            pixels.Average(pair => Math.Sqrt(pair.Second.A * pair.Second.A + pair.Second.B * pair.Second.B)) > 3);
    }

    [Fact]
    public void Photo_ThatTakesMoreMemoryThanAllowed_IsRefusedAndSaysWhatAllowsIt()
    {
        var command = Command.Run("photo", Camera, "-o", folder["camera.avif"], "--memory", "0.005");
        Assert.Equal(1, command.ExitCode);
        Assert.EndsWith(
            "expected a picture that takes at most 0.1 GB of memory at once, found 512×512 pixels that take 0.1 GB: --memory allows more\n",
            command.Error);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void Photo_FieldUnderSky_IsWarmBelowAndBlueAbove()
    {
        var output = folder["camera.png"];
        Command.Run(["photo", Camera, "-o", output, .. Shipped]);
        using var photo = Photo.Load(output);
        var lab = Lab(photo).ToList();
        Assert.True(lab[..(512 * 100)].Average(pixel => pixel.B) < -2, "the sky is not blue");
        // grass, taken for a dry one
        var field = lab.Where((_, index) => index / 512 >= 245 && index % 512 >= 350).ToList();
        Assert.InRange(field.Average(pixel => pixel.B), 4, 20);
        Assert.InRange(field.Average(pixel => pixel.A), -5, 5);
    }

    [Fact]
    public void Photo_WhereTheNetworkFindsHardlyAnyColor_SaysSo()
    {
        using (var white = Photo.FromRgb(48, 48, [.. Enumerable.Repeat(byte.MaxValue, 3 * 48 * 48)]))
            white.Save(folder["white.png"]);
        Assert.Contains("hardly any colour was found",
            Command.Run(["photo", folder["white.png"], .. Shipped]).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hardly",
            Command.Run(["photo", Camera, "-o", folder["camera.png"], .. Shipped]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Photo_Dials_ChangeTheColorOnly()
    {
        double Chroma(params string[] dials)
        {
            var output = folder[string.Concat(dials) + "camera.png"];
            var command = Command.Run(["photo", Camera, "-o", output, "--render", "128", .. dials, .. Shipped]);
            Assert.Equal((0, ""), (command.ExitCode, command.Error));
            using var photo = Photo.Load(output);
            return Lab(photo).Average(pixel => Math.Sqrt(pixel.A * pixel.A + pixel.B * pixel.B));
        }

        var usual = Chroma();
        var half = Chroma("--strength", "0.5");
        Assert.InRange(half, usual * 0.45, usual * 0.55);
        Assert.Equal(half, Chroma("--saturation", "0.5"), 0.01);
        Assert.True(Chroma("--saturation", "1.5") > usual * 1.2);
        Assert.InRange(Chroma("--strength", "0"), 0, 0.05);
    }

    [Fact]
    public void Photo_InColor_IsRecolouredOnlyOnPurpose()
    {
        var coffee = Repository.Path("samples", "coffee.png");
        var refused = Command.Run("photo", coffee, "-o", folder["coffee.png"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--recolour", Assert.Single(refused.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(folder.Names());
        Assert.Equal(
            0, Command.Run("photo", coffee, "-o", folder["coffee.png"], "--recolour", "--side-by-side").ExitCode);
        using var photo = Photo.Load(folder["coffee.png"]);
        Assert.Equal((1200, 400), (photo.Width, photo.Height));
    }

    [Theory]
    [InlineData("--saturation", "3.1")]
    [InlineData("--strength", "-0.1")]
    public void Photo_DialOutOfRange_IsOneLine(string dial, string value)
    {
        var command = Command.Run("photo", Camera, "-o", folder["out.png"], dial, value);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains(
            "expected " + dial, Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--sautration")]
    [InlineData("-z")]
    public void Photo_UnknownOption_IsOneLineThatNamesIt(string option)
    {
        var command = Command.Run("photo", Camera, "-o", folder["out.png"], option, "2");
        Assert.Equal(1, command.ExitCode);
        Assert.EndsWith(
            $"found {option}", Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void Photo_OutputThatExists_IsKeptUnlessTold()
    {
        var output = folder["mine.png"];
        File.WriteAllText(output, "the only copy");
        var refused = Command.Run("photo", Camera, "-o", output);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("mine.png", Assert.Single(refused.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("the only copy", File.ReadAllText(output));

        Assert.Equal(0, Command.Run("photo", Camera, "-o", output, "--overwrite").ExitCode);
        Assert.True(new FileInfo(output).Length > 1000);
    }

    [Theory]
    [InlineData("nowhere.jpg")]
    [InlineData("text.jpg")]
    [InlineData("empty.jpg")]
    [InlineData("")]
    public void Photo_NotAPicture_IsOneLineAndNoOutput(string name)
    {
        File.WriteAllText(folder["text.jpg"], "Dear Sir or Madam");
        File.WriteAllText(folder["empty.jpg"], "");
        var before = folder.Names();
        var command = Command.Run("photo", folder[name], "-o", folder["out.png"]);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("expected", Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, folder.Names());
    }

    [Fact]
    public void Photo_NoModelThere_SaysWhatWasExpected()
    {
        var command = Command.Run("photo", Camera, "-o", folder["out.png"], "--model", folder.Path);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("card.json", Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static IEnumerable<(float Lightness, float A, float B)> Lab(Photo photo) =>
        photo.ToRgb().Chunk(3).Select(pixel => CieLab.FromSrgb(pixel[0], pixel[1], pixel[2]));
}
