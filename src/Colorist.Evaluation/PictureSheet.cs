using SkiaSharp;

namespace Colorist.Evaluation;

/// <summary>
/// Pictures beside each other with captions, in one PNG file: what an evaluation or a validation looks like.
/// </summary>
/// <remarks>On a machine without fonts the pictures stay and the captions are missing.</remarks>
public static class PictureSheet
{
    private const int Gap = 8;
    private const int Line = 20;
    private const float TextSize = 13;

    private static readonly SKColor Paper = new(0xFA, 0xFA, 0xFA);
    private static readonly SKColor Ink = new(0x20, 0x20, 0x20);

    /// <summary>Writes a sheet; the file appears, or is replaced, once it is whole.</summary>
    /// <param name="path">PNG file.</param>
    /// <param name="headings">One above each column, such as grey, predicted, true; may be empty.</param>
    /// <param name="rows">From top to bottom, at least one with at least one picture.</param>
    /// <param name="cellSide">
    /// Pixels that a picture's longer side may have in the sheet, at least 1; smaller ones are not enlarged.
    /// </param>
    /// <exception cref="ArgumentException">There is no picture, or a picture's pixels do not fit its size.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(
        string path, IReadOnlyList<string> headings, IReadOnlyList<SheetRow> rows, int cellSide = 256)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cellSide, 1);
        if (rows.Sum(row => row.Pictures.Count) == 0)
            throw new ArgumentException("expected a picture, found none", nameof(rows));
        var columns = ColumnWidths(rows, cellSide);
        var heights = rows.Select(
            row => row.Pictures.Select(picture => Fitted(picture, cellSide).Height).DefaultIfEmpty().Max()).ToArray();
        var top = Gap + (headings.Count > 0 ? Line : 0);
        using var sheet =
            new SKBitmap(Gap + columns.Sum(width => width + Gap), top + heights.Sum(height => height + Line + Gap));
        using (var canvas = new SKCanvas(sheet))
        {
            canvas.Clear(Paper);
            DrawHeadings(canvas, headings, columns);
            for (var row = 0; row < rows.Count; top += heights[row++] + Line + Gap)
                DrawRow(canvas, rows[row], columns, top, heights[row], cellSide);
        }
        using var png = sheet.Encode(SKEncodedImageFormat.Png, quality: 100);
        AtomicFile.Write(path, beside => File.WriteAllBytes(beside, png.Span));
    }

    private static int[] ColumnWidths(IReadOnlyList<SheetRow> rows, int cellSide)
    {
        var widths = new int[rows.Max(row => row.Pictures.Count)];
        foreach (var row in rows)
            for (var column = 0; column < row.Pictures.Count; column++)
                widths[column] = Math.Max(widths[column], Fitted(row.Pictures[column], cellSide).Width);
        return widths;
    }

    private static SKSizeI Fitted(RgbPicture picture, int cellSide)
    {
        var scale = Math.Min(1, (double)cellSide / Math.Max(picture.Width, picture.Height));
        return new SKSizeI(
            Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
    }

    private static void DrawHeadings(SKCanvas canvas, IReadOnlyList<string> headings, int[] columns)
    {
        var left = Gap;
        for (var column = 0; column < Math.Min(headings.Count, columns.Length); left += columns[column++] + Gap)
            DrawText(canvas, headings[column], left, Gap, columns[column]);
    }

    private static void DrawRow(SKCanvas canvas, SheetRow row, int[] columns, int top, int height, int cellSide)
    {
        var left = Gap;
        for (var column = 0; column < row.Pictures.Count; left += columns[column++] + Gap)
        {
            using var bitmap = ToBitmap(row.Pictures[column]);
            using var image = SKImage.FromBitmap(bitmap);
            var place = SKRect.Create(new SKPoint(left, top), Fitted(row.Pictures[column], cellSide));
            canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
        DrawText(canvas, row.Caption, Gap, top + height, columns.Sum(width => width + Gap) - Gap);
    }

    private static void DrawText(SKCanvas canvas, string text, int left, int top, int width)
    {
        using var font = new SKFont(SKTypeface.Default, TextSize);
        using var paint = new SKPaint { Color = Ink, IsAntialias = true };
        var shown = text[..font.BreakText(text, width, paint)];
        canvas.DrawText(shown, left, top + TextSize + 2, SKTextAlign.Left, font, paint);
    }

    private static SKBitmap ToBitmap(RgbPicture picture)
    {
        if (picture.Pixels.Length != (long)picture.Width * picture.Height * 3)
            throw new ArgumentException(
                $"expected {picture.Width}×{picture.Height}×3 bytes, found {picture.Pixels.Length}");
        var bitmap = new SKBitmap(picture.Width, picture.Height, SKColorType.Rgb888x, SKAlphaType.Opaque);
        var pixels = bitmap.GetPixelSpan(); // height×width×4
        for (var i = 0; i < picture.Width * picture.Height; i++)
        {
            picture.Pixels.AsSpan(3 * i, 3).CopyTo(pixels[(4 * i)..]);
            pixels[4 * i + 3] = byte.MaxValue;
        }
        return bitmap;
    }
}
