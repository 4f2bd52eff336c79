namespace Colorist.Training;

/// <summary>What is done with every model once it is written: it is checked against Torch, and scored.</summary>
internal static class ExportedModel
{
    private const int PicturesToVerify = 16;
    private const int PicturesToCalibrate = 64;
    private const int PicturesToCompare = 500;

    // Width and height, multiples of what every family divides sides by; not square, so that neither is taken for the
    // other.
    private static readonly (int Width, int Height) Verified = (128, 96);
    private static readonly (int Width, int Height) Calibrated = (128, 128);
    private static readonly (int Width, int Height) LargelyCalibrated = (256, 192);

    /// <summary>Planes of real lightness to calibrate 8 bits on.</summary>
    /// <param name="training">Pictures that the network learned from.</param>
    /// <param name="sizes">Of the network: those that see wide surroundings are calibrated on larger planes.</param>
    public static LightnessPlane[] Planes(IPictureSource training, INetworkSizes sizes) =>
        Planes(training, PicturesToCalibrate, sizes.Shape.Margin > LargelyCalibrated.Width
            ? LargelyCalibrated
            : Calibrated);

    /// <summary>Checks and scores a model; the scores go onto its card.</summary>
    /// <returns>0, or 1 if the graphs do not compute what the network does.</returns>
    public static async Task<int> Finish(
        ColorNetwork network, ModelCard card, string folder, IPictureSource source, CancellationToken stop)
    {
        if (!Verify(network, folder, Planes(source, PicturesToVerify, Verified))) return 1;
        var shifts = PrecisionStudy.MeanDifferences(
            folder, [Precision.EightBits, Precision.Half], source, PicturesToCompare);
        Console.WriteLine(
            $"mean CIEDE2000 to single precision over at most {PicturesToCompare} pictures: 8 bits {shifts[0]:f3}, half precision {shifts[1]:f3}");

        using (var colorizer = Colorizer.Load(folder))
        {
            var result = await Evaluator.For(colorizer).Run(source, cancellation: stop);
            card = card with { Scores = result.ToDictionary() };
        }
        card.Write(folder);
        Console.WriteLine(
            $"{folder}: {card.PicturesSeen:n0} pictures seen, a*b* RMSE {card.Scores["abRmse"]:f2} (left grey {card.Scores["greyAbRmse"]:f2})");
        return 0;
    }

    private static LightnessPlane[] Planes(IPictureSource source, int count, (int Width, int Height) size) =>
        [.. source.Read(shuffleSeed: 1).Take(count).Select(picture =>
        {
            using var photo = Photo.Load(picture.Encoded, picture.Name);
            return photo.Lightness(size.Width, size.Height);
        })];

    private static bool Verify(ColorNetwork network, string folder, LightnessPlane[] planes)
    {
        var found = ExportVerification.Run(network, folder, planes);
        Console.WriteLine(
            $"{planes.Length} pictures against Torch, in a*b*: single precision at most {found.LargestSingle:g2}; "
            + $"stored in half precision {found.MeanHalf:g2} on average, at most {found.LargestHalf:g2}; scene probabilities at most {found.LargestProbability:g2}");
        if (found.Passed) return true;
        Console.Error.WriteLine(
            $"{folder}: expected the exported graphs within {ExportVerification.Tolerance} in a*b* and {ExportVerification.ProbabilityTolerance} "
            + $"in probability of Torch, found {found.LargestSingle:g3} and {found.LargestProbability:g3}");
        return false;
    }
}
