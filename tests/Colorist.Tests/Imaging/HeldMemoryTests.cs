using System.Diagnostics;
using NetVips;

namespace Colorist.Tests;

/// <summary>Pictures that must be held whole, and the work on them, can be bounded and stopped.</summary>
public sealed class HeldMemoryTests : IDisposable
{
    private const int Side = 200;

    private readonly TemporaryFolder folder = new();

    private static readonly Dictionary<string, Func<Image, byte[]>> Held = new()
    {
        ["WebP"] = picture => picture.WebpsaveBuffer(),
        ["AVIF"] = picture => picture.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0),
        ["GIF"] = picture => picture.GifsaveBuffer(effort: 1),
        ["interlaced PNG"] = picture => picture.PngsaveBuffer(interlace: true),
        ["progressive JPEG"] = picture => picture.JpegsaveBuffer(interlace: true),
        ["turned JPEG"] =
            picture => picture.Mutate(image => image.Set(GValue.GIntType, "orientation", 6)).JpegsaveBuffer(),
        ["tiled TIFF"] = picture => picture.TiffsaveBuffer(tile: true, tileWidth: 256, tileHeight: 256),
    };

    private static readonly Dictionary<string, Func<Image, byte[]>> Streamed = new()
    {
        ["PNG"] = picture => picture.PngsaveBuffer(),
        ["JPEG"] = picture => picture.JpegsaveBuffer(),
        ["TIFF"] = picture => picture.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate),
        ["float TIFF"] = picture => picture.Cast(Enums.BandFormat.Float).TiffsaveBuffer(),
    };

    public static TheoryData<string> HeldNames => [.. Held.Keys];

    public static TheoryData<string> StreamedNames => [.. Streamed.Keys];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(HeldNames))]
    public void Load_PictureThatMustBeHeld_IsRefusedAboveTheLimit(string name)
    {
        using var picture = Pictures.Pattern(Side, 4 * Side, 3);
        var encoded = Held[name](picture);
        using (var photo = Photo.Load(encoded, name, new PhotoLoadOptions { MaxHeldBytes = 10_000_000 }))
            Assert.InRange(photo.HeldBytes, 300_000, 10_000_000);
        var refused = Assert.Throws<PhotoException>(
            () => Photo.Load(encoded, name, new PhotoLoadOptions { MaxHeldBytes = 300_000 }));
        Assert.Equal(nameof(PhotoLoadOptions.MaxHeldBytes), refused.Option);
        Assert.Contains("GB", refused.Found, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(StreamedNames))]
    public void Load_PictureReadInStrips_TakesAsMuchHoweverTallItIs(string name)
    {
        using var low = Pictures.Pattern(Side, Side, 3);
        using var tall = Pictures.Pattern(Side, 8 * Side, 3);
        using var one = Photo.Load(Streamed[name](low), name);
        using var other = Photo.Load(Streamed[name](tall), name);
        Assert.Equal(one.HeldBytes, other.HeldBytes);
    }

    [Theory]
    [InlineData(".webp")]
    [InlineData(".avif")]
    public void Save_FormatThatMustBeHeld_IsRefusedAboveTheLimit(string extension)
    {
        using var picture = Pictures.Pattern(Side, Side, 3);
        using var photo = Photo.Load(picture.PngsaveBuffer(), "small", new PhotoLoadOptions { MaxHeldBytes = 400_000 });
        Assert.Equal(nameof(PhotoLoadOptions.MaxHeldBytes),
            Assert.Throws<PhotoException>(() => photo.Save(folder["out" + extension])).Option);
        photo.Save(folder["out.png"]);
        Assert.Equal(["out.png"], folder.Names());
    }

    [Fact]
    public async Task LoadAsync_StreamWithoutEnd_IsRefusedAtTheLimit()
    {
        var refused =
            await Assert.ThrowsAsync<PhotoException>(
                () => Photo.LoadAsync(new Endless(), "endless", new PhotoLoadOptions
                {
                    MaxHeldBytes = 1_000_000
                }, TestContext.Current.CancellationToken));
        Assert.Equal(nameof(PhotoLoadOptions.MaxHeldBytes), refused.Option);
    }

    /// <remarks>
    /// The encoder takes the whole picture at once and cannot be stopped from outside; the rest is a matter of strips.
    /// </remarks>
    [Fact]
    public void Save_StoppedInsideAnEncoder_EndsLongBeforeIt()
    {
        using var picture = Pictures.Pattern(700, 700, 3);
        using var photo = Photo.Load(picture.PngsaveBuffer(), "noise");
        var clock = Stopwatch.StartNew();
        photo.Save(folder["whole.avif"]);
        var whole = clock.Elapsed;
        using var stop = new CancellationTokenSource(whole / 4);
        clock.Restart();
        Assert.ThrowsAny<OperationCanceledException>(() => photo.Save(folder["stopped.avif"], stop: stop.Token));
        Assert.True(clock.Elapsed < whole * 0.75, $"{clock.Elapsed} of {whole}");
        Assert.DoesNotContain("stopped.avif", folder.Names());
    }

    [Fact]
    public void Photo_WithATokenThatIsSet_DoesNothing()
    {
        using var picture = Pictures.Pattern(Side, Side, 3);
        using var photo = Photo.Load(picture.JpegsaveBuffer(interlace: true), "noise");
        var stopped = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => photo.HasColor(stopped));
        Assert.ThrowsAny<OperationCanceledException>(() => photo.Lightness(20, 20, stopped));
        Assert.ThrowsAny<OperationCanceledException>(() => photo.ToRgb(stopped));
        Assert.ThrowsAny<OperationCanceledException>(() => photo.Save(folder["out.png"], stop: stopped));
        Assert.ThrowsAny<OperationCanceledException>(() => photo.Save(Stream.Null, ".png", stop: stopped));
        Assert.ThrowsAny<OperationCanceledException>(() => Photo.Load(picture.PngsaveBuffer(), "noise", stop: stopped));
        Assert.Empty(folder.Names());
    }

    private sealed class Endless : MemoryStream
    {
        public override int Read(Span<byte> buffer) => buffer.Length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(buffer.Length);
    }
}
