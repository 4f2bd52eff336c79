using Colorist.Cli;
using NetVips;

namespace Colorist.Benchmarks;

/// <summary>
/// The stages of one photo in a warm program, each alone: medians of several rounds. In a real run some go on at the
/// same time.
/// </summary>
/// <param name="path">The photo.</param>
/// <param name="folder">Takes the coloured ones.</param>
internal sealed class PhotoStages(string path, string folder)
{
    private readonly PhotoSource source = PhotoSource.FromFile(path);
    private readonly string output = System.IO.Path.Combine(folder, "stage" + System.IO.Path.GetExtension(path));

    /// <returns>Each stage and its seconds.</returns>
    public IReadOnlyList<(string Name, double Seconds)> Measure()
    {
        using var photo = Photo.Load(path);
        var card = ModelCard.Read(System.IO.Path.Combine(ShippedModel.Folder, ModelCard.FileName));
        var (width, height) = RenderSize.For(photo.Width, photo.Height, card.RenderSide, card.Shape);
        var small = photo.Lightness(width, height);
        var (chroma, eightBits) = Network(small, Precision.EightBits);
        var (decoding, upsampling) = (Rounds.Median(Decode), Rounds.Median(() => Upsample(chroma)));
        var painting = Rounds.Median(() => Paint(chroma));
        return
        [
            ("small lightness", Rounds.Median(() => photo.Lightness(width, height))),
            ("network, 8 bits", eightBits),
            ("network, single precision", Network(small, Precision.Full).Seconds),
            ("decoding", decoding),
            ("upsampling", upsampling),
            ("merging", Math.Max(0, painting - decoding - upsampling)),
            ("encoding", Encoding(chroma)),
            ("the last four at once, as users get them", Rounds.Median(() => Save(photo, chroma))),
        ];
    }

    private static (GuidedChroma Chroma, double Seconds) Network(LightnessPlane small, Precision precision)
    {
        using var model = Model.Load(ShippedModel.Folder, precision: precision);
        ChromaPlanes? chroma = null;
        var seconds =
            Rounds.Median(
                () => chroma =
                    SecondLook.Predict(model.Local, model.Card.SecondLookFrom, small, model.Global!.Describe(small)));
        return (GuidedChroma.Fit(chroma!, small), seconds);
    }

    private void Decode()
    {
        using var strips = new Strips(source.Open());
        foreach (var _ in strips.Read()) { }
    }

    private void Upsample(GuidedChroma chroma) => Parallel.For(
        0, source.Height,
        () => (Lightness: new float[source.Width], A: new float[source.Width], B: new float[source.Width]),
        (y, _, row) =>
        {
            chroma.Row(y, source.Width, source.Height, row.Lightness, row.A, row.B);
            return row;
        }, _ => { });

    private void Paint(GuidedChroma chroma)
    {
        using var strips = new Strips(source.Open());
        foreach (var _ in new Painter(strips, chroma, source.Bits).Paint()) { }
    }

    private double Encoding(GuidedChroma chroma)
    {
        using var photo = Photo.Load(path);
        using var colored = photo.WithChroma(chroma);
        using var pixels = Image.NewFromMemory(colored.ToRgb(), source.Width, source.Height, 3, Enums.BandFormat.Uchar);
        using var image = pixels.Copy(interpretation: Enums.Interpretation.Srgb);
        return Rounds.Median(() => PictureFormat.ForPath(output).Write(image, new PhotoMetadata(), output));
    }

    private void Save(Photo photo, GuidedChroma chroma)
    {
        using var colored = photo.WithChroma(chroma);
        colored.Save(output, new PhotoSaveOptions { Overwrite = true });
    }
}
