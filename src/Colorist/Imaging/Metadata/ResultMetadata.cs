using System.Text;

namespace Colorist;

/// <summary>Makes what a file says true of its result: upright, of its own size, in sRGB.</summary>
internal static class ResultMetadata
{
    /// <param name="stored">What the photo's file says.</param>
    /// <param name="shape">How the result lies.</param>
    /// <param name="computedBy">What is noted in XMP to have computed the colours; null for no note.</param>
    public static PhotoMetadata Adapt(PhotoMetadata stored, ResultShape shape, string? computedBy)
    {
        var xmp = stored.Xmp is null ? null : XmpFacts.Adapt(stored.Xmp, shape);
        return stored with
        {
            Exif = stored.Exif is null ? null : Adapt(stored.Exif.Copy(), shape),
            Xmp = computedBy is null ? xmp : XmpNote.Add(xmp, computedBy),
            Resolution = shape.IsTurned ? stored.Resolution?.Turned() : stored.Resolution,
        };
    }

    private static TiffDirectory Adapt(TiffDirectory exif, ResultShape shape)
    {
        if (shape.IsTurned) Resolution.Read(exif)?.Turned().WriteTo(exif);
        if (exif.Parts.TryGetValue(TiffId.Exif, out var camera)) AdaptCamera(camera, shape);
        return exif;
    }

    private static void AdaptCamera(TiffDirectory camera, ResultShape shape)
    {
        camera.Update(TiffTag.Long(TiffId.PixelWidth, shape.Width));
        camera.Update(TiffTag.Long(TiffId.PixelHeight, shape.Height));
        camera.Update(TiffTag.Short(TiffId.ColorSpace, 1)); // sRGB
        camera.Tags.Remove(TiffId.Gamma);
        if (shape.IsMoved)
        {
            camera.Tags.Remove(TiffId.SubjectArea);
            camera.Tags.Remove(TiffId.SubjectLocation);
        }

        if (shape.IsTurned && camera[TiffId.FocalPlaneResolutionX] is { } across
            && camera[TiffId.FocalPlaneResolutionY] is { } down)
        {
            camera.Set(across with { Id = TiffId.FocalPlaneResolutionY });
            camera.Set(down with { Id = TiffId.FocalPlaneResolutionX });
        }

        if (!camera.Parts.TryGetValue(TiffId.Interoperability, out var other)) return;
        if (other[TiffId.InteroperabilityIndex] is { } index
            && Encoding.ASCII.GetString(index.Value).StartsWith("R03", StringComparison.Ordinal))
            other.Set(TiffTag.Text(TiffId.InteroperabilityIndex, "R98")); // R03 is Adobe RGB
        other.Update(TiffTag.Long(TiffId.RelatedWidth, shape.Width));
        other.Update(TiffTag.Long(TiffId.RelatedHeight, shape.Height));
    }
}
