namespace Colorist.Web;

/// <summary>Small copies of photos, to be shown.</summary>
internal static class SmallCopy
{
    private const int Quality = 90;

    /// <summary>Columns and rows of a copy.</summary>
    /// <param name="width">Columns of the photo.</param>
    /// <param name="height">Rows of the photo.</param>
    /// <param name="side">The longer one of the copy at most, in pixels.</param>
    public static (int Width, int Height) Size(int width, int height, double side)
    {
        var scale = Math.Min(1, side / Math.Max(width, height));
        return (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
    }

    /// <summary>A copy in grey; the caller disposes it.</summary>
    public static Photo Of(Photo photo, double side)
    {
        var (width, height) = Size(photo.Width, photo.Height, side);
        return Photo.FromLightness(photo.Lightness(width, height));
    }

    /// <summary>A picture as JPEG.</summary>
    public static byte[] Encoded(Photo photo)
    {
        using var jpeg = new MemoryStream();
        photo.Save(jpeg, ".jpg", new PhotoSaveOptions { Quality = Quality });
        return jpeg.ToArray();
    }
}
