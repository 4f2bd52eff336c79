namespace Colorist.Evaluation;

/// <summary>
/// Shows at 1:1 what bringing small chroma up to full size does: of each picture the place where plain interpolation
/// errs most.
/// </summary>
public static class UpsamplingSheet
{
    private const int Side = 192;

    /// <summary>Writes a picture sheet.</summary>
    /// <param name="path">PNG file.</param>
    /// <param name="pictures">Pictures in true colour; smaller ones than the crops are shown whole.</param>
    /// <param name="factor">How many times smaller the chroma is made.</param>
    /// <exception cref="PhotoException">A picture cannot be read.</exception>
    public static void Write(string path, IEnumerable<LabelledPicture> pictures, int factor) => PictureSheet.Write(
        path, [$"bilinear from 1/{factor}", "guided", "true"], [.. pictures.Select(picture => Row(picture, factor))],
        Side);

    private static SheetRow Row(LabelledPicture picture, int factor)
    {
        using var photo = Photo.Load(picture.Encoded, picture.Name);
        var (lightness, truth) = UpsamplingStudy.Planes(photo);
        var small = UpsamplingStudy.Shrink(truth, factor);
        using var bilinear = photo.WithChroma(GuidedChroma.Bilinear(small));
        using var guided = photo.WithChroma(GuidedChroma.Fit(small, lightness));
        RgbPicture[] whole = [.. new[] { bilinear, guided, photo }
            .Select(shown => new RgbPicture(shown.Width, shown.Height, shown.ToRgb()))];
        var (left, top) = WorstPlace(whole[0], whole[2]);
        return new SheetRow(picture.Name, [.. whole.Select(shown => Crop(shown, left, top))]);
    }

    private static (int Left, int Top) WorstPlace(RgbPicture found, RgbPicture truth)
    {
        var errors = new Dictionary<(int Left, int Top), long>();
        for (var i = 0; i < truth.Pixels.Length; i++)
        {
            var (x, y) = (i / 3 % truth.Width, i / 3 / truth.Width);
            var place = (Place(x, truth.Width), Place(y, truth.Height));
            var difference = found.Pixels[i] - truth.Pixels[i];
            errors[place] = errors.GetValueOrDefault(place) + difference * difference;
        }
        return errors.MaxBy(pair => pair.Value).Key;
    }

    private static int Place(int position, int size) => Math.Max(0, Math.Min(position / Side * Side, size - Side));

    private static RgbPicture Crop(RgbPicture picture, int left, int top)
    {
        var (width, height) = (Math.Min(Side, picture.Width), Math.Min(Side, picture.Height));
        var rows = Enumerable.Range(top, height)
            .SelectMany(y => picture.Pixels.AsSpan(3 * (y * picture.Width + left), 3 * width).ToArray());
        return new RgbPicture(width, height, [.. rows]);
    }
}
