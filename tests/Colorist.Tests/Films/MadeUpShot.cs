using System.Numerics;

namespace Colorist.Tests;

/// <summary>A shot of a picture that a camera moves over in a known way, 160×120 pixels.</summary>
/// <param name="sample">Name of a picture in colour.</param>
/// <param name="camera">
/// Where the frame's middle lies in the picture, in shares of its sides, how much is zoomed in, and how many degrees
/// the camera is turned; by the frame's number.
/// </param>
internal sealed class MadeUpShot(string sample, Func<int, (float X, float Y, float Zoom, float Degrees)> camera)
{
    public const int Width = 160;
    public const int Height = 120;

    private const int PictureWidth = 320;
    private const int PictureHeight = 240;

    private readonly (float[] Lightness, float[] A, float[] B) picture = Read(sample);

    /// <summary>L*, 120×160.</summary>
    public float[] Lightness(int frame) => Seen(picture.Lightness, frame, Width, Height);

    /// <summary>The true colours of a frame, 60×80.</summary>
    public ChromaPlanes Truth(int frame) => new(Width / 2, Height / 2,
        Seen(picture.A, frame, Width / 2, Height / 2), Seen(picture.B, frame, Width / 2, Height / 2));

    /// <summary>Any plane of the picture as a frame of some size shows it.</summary>
    public float[] Seen(float[] plane, int frame, int width, int height)
    {
        var (toPicture, seen) = (ToPicture(frame), new float[width * height]);
        for (var i = 0; i < seen.Length; i++)
            seen[i] = Value(plane, Vector2.Transform(FromMiddle(i % width, i / width, width), toPicture));
        return seen;
    }

    /// <summary>Whether each place of a frame, 60×80, is well within another frame.</summary>
    public bool[] SeenIn(int frame, int other)
    {
        Matrix3x2.Invert(ToPicture(other), out var back);
        back = ToPicture(frame) * back;
        return [.. Enumerable.Range(0, Width * Height / 4).Select(i =>
        {
            var place = Vector2.Transform(FromMiddle(i % (Width / 2), i / (Width / 2), Width / 2), back);
            return Math.Abs(place.X) < 0.45f * Width && Math.Abs(place.Y) < 0.45f * Height;
        })];
    }

    private static Vector2 FromMiddle(int x, int y, int width)
    {
        var scale = (float)Width / width;
        return new Vector2((x + 0.5f) * scale - Width / 2, (y + 0.5f) * scale - Height / 2);
    }

    /// <summary>From pixels beside the middle of a frame to those of the picture.</summary>
    private Matrix3x2 ToPicture(int frame)
    {
        var (x, y, zoom, degrees) = camera(frame);
        return Matrix3x2.CreateRotation(degrees * MathF.PI / 180) * Matrix3x2.CreateScale(1 / zoom)
            * Matrix3x2.CreateTranslation(x * PictureWidth, y * PictureHeight);
    }

    private static float Value(float[] plane, Vector2 place)
    {
        float x = Math.Clamp(place.X - 0.5f, 0, PictureWidth - 1.001f),
            y = Math.Clamp(place.Y - 0.5f, 0, PictureHeight - 1.001f);
        var (left, top) = ((int)x, (int)y);
        var at = top * PictureWidth + left;
        return float.Lerp(float.Lerp(plane[at], plane[at + 1], x - left),
            float.Lerp(plane[at + PictureWidth], plane[at + PictureWidth + 1], x - left), y - top);
    }

    private static (float[], float[], float[]) Read(string sample)
    {
        using var photo = Photo.Load(Repository.Path("samples", sample));
        var chroma = photo.Chroma(PictureWidth, PictureHeight);
        return (photo.Lightness(PictureWidth, PictureHeight).Values, chroma.A, chroma.B);
    }
}
