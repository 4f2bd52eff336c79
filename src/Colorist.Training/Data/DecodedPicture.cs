using SkiaSharp;

namespace Colorist.Training;

/// <summary>A picture of a data set in memory, upright, from which crops are drawn at any scale.</summary>
/// <remarks>
/// Skia and not libvips, because a picture of 128×128 pixels costs libvips 1.4 ms to decode and as much again to
/// enlarge, Skia 0.3 and 0.15: time that the network waits for.
/// </remarks>
internal sealed class DecodedPicture : IDisposable
{
    private static readonly SKSamplingOptions Enlarging = new(SKFilterMode.Linear);
    private static readonly SKSamplingOptions Reducing = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    private readonly SKImage image;
    private readonly SKMatrix upright;

    private DecodedPicture(SKImage image, SKEncodedOrigin origin)
    {
        this.image = image;
        upright = Upright(origin, image.Width, image.Height);
        (Width, Height) = origin >= SKEncodedOrigin.LeftTop ? (image.Height, image.Width) : (image.Width, image.Height);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Decodes a picture to 8-bit sRGB; what is transparent becomes black.</summary>
    /// <param name="encoded">The bytes of a JPEG, PNG or WebP file.</param>
    /// <param name="name">Where it comes from, for messages.</param>
    /// <param name="leastSide">
    /// The shorter side that will be asked for: a large JPEG is decoded no larger than need be.
    /// </param>
    /// <exception cref="PhotoException">The bytes are not a picture.</exception>
    public static DecodedPicture Decode(byte[] encoded, string name, int leastSide)
    {
        using var data = SKData.CreateCopy(encoded);
        using var codec = SKCodec.Create(data)
            ?? throw new PhotoException(
                name, "a JPEG, PNG or WebP picture", $"{encoded.Length} bytes that Skia cannot read");
        var size =
            codec.GetScaledDimensions(Math.Min(1f, (float)leastSide / Math.Min(codec.Info.Width, codec.Info.Height)));
        if (Math.Min(size.Width, size.Height) < leastSide) size = codec.Info.Size;
        using var pixels =
            new SKBitmap(new SKImageInfo(
                size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) is var result && result != SKCodecResult.Success)
            throw new PhotoException(
                name, "a whole picture", $"{encoded.Length} bytes that end early or are damaged ({result})");
        pixels.SetImmutable(); // shared with the image instead of copied
        return new DecodedPicture(SKImage.FromBitmap(pixels), codec.EncodedOrigin);
    }

    /// <summary>Draws a crop.</summary>
    /// <param name="crop">Inside the picture at the crop's scale.</param>
    /// <returns>
    /// The crop's square of red, green, blue and a fourth byte without meaning; the caller disposes it.
    /// </returns>
    public SKBitmap Draw(Crop crop)
    {
        var bitmap = new SKBitmap(new SKImageInfo(crop.Side, crop.Side, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Black);
        if (crop.Mirrored) canvas.Scale(-1, 1, crop.Side / 2f, 0);
        canvas.RotateDegrees(crop.Turn, crop.Side / 2f, crop.Side / 2f);
        canvas.Translate(-crop.Left, -crop.Top);
        canvas.Scale((float)crop.Columns / Width, (float)crop.Rows / Height);
        canvas.Concat(upright);
        var sampling = crop is { Turn: 0 } && crop.Columns == Width && crop.Rows == Height
            ? SKSamplingOptions.Default
            : crop.Columns > Width ? Enlarging : Reducing;
        using var shader = image.ToShader(SKShaderTileMode.Mirror, SKShaderTileMode.Mirror, sampling);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawPaint(paint);
        return bitmap;
    }

    /// <inheritdoc/>
    public void Dispose() => image.Dispose();

    /// <summary>From the stored pixels to the upright picture (orientation tag of EXIF 2.3).</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
