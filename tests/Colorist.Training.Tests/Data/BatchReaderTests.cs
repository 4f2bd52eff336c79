namespace Colorist.Training.Tests;

public sealed class BatchReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public BatchReaderTests() => SyntheticPictures.WriteFolders(folder["pictures"], perScene: 5);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void From_APositionInTheMiddle_GivesTheSameBatchesAgain()
    {
        var all = Take(DataPosition.Start, 8); // 32 of 20 pictures: into the second pass
        var rest = Take(all[2].End, 5);
        Assert.Equal(all[3..].Select(batch => batch.End), rest.Select(batch => batch.End));
        foreach (var (before, after) in all[3..].Zip(rest))
        {
            Assert.Equal(before.Lightness, after.Lightness);
            Assert.Equal(before.Chroma, after.Chroma);
            Assert.Equal(before.Labels, after.Labels);
        }
    }

    [Fact]
    public void From_DecodedAhead_GivesTheSameBatches()
    {
        var ahead = new BatchReader(PictureSource.Open(folder["pictures"]), TinyRecipe.Create(folder), ahead: 3)
            .From(DataPosition.Start).Take(8).ToList();
        foreach (var (expected, found) in Take(DataPosition.Start, 8).Zip(ahead))
        {
            Assert.Equal(expected.End, found.End);
            Assert.Equal(expected.Lightness, found.Lightness);
        }
    }

    [Fact]
    public void From_OnePass_GivesEveryPictureOnceAndLabelsMinus1ForUnlabelled()
    {
        var labels = Take(DataPosition.Start, 5).SelectMany(batch => batch.Labels).ToList();
        Assert.Equal([-1, 0, 1, 2], labels.Distinct().Order());
        Assert.All(labels.CountBy(label => label), pair => Assert.Equal(5, pair.Value));
    }

    [Fact]
    public void From_SecondPass_GivesThePicturesInAnotherOrder()
    {
        var labels = Take(DataPosition.Start, 10).SelectMany(batch => batch.Labels).ToList();
        Assert.Equal(labels[..20].Order(), labels[20..].Order());
        Assert.NotEqual(labels[..20], labels[20..]);
    }

    [Fact]
    public void From_NewStage_ChangesTheSideOfTheCrops()
    {
        var sides = Take(DataPosition.Start, 4).Select(batch => batch.Side);
        Assert.Equal([16, 16, 32, 32], sides);
    }

    [Fact]
    public void From_LargestScale_ZoomsSomePicturesMoreThanOthers()
    {
        // One picture, a slope from left to right: the larger it is scaled, the less of the slope is in the crop.
        Directory.Delete(folder["pictures"], recursive: true);
        Directory.CreateDirectory(Path.Combine(folder["pictures"], "slope"));
        var slope = Enumerable.Range(0, 64 * 64).SelectMany(i => Enumerable.Repeat((byte)(3 * (i % 64)), 3)).ToArray();
        using (var photo = Photo.FromRgb(64, 64, slope)) photo.Save(Path.Combine(folder["pictures"], "slope", "0.png"));
        var stage = new Stage { Pictures = 400, Scale = 16, LargestScale = 64, Side = 16, Batch = 2 };
        var reader = new BatchReader(
            PictureSource.Open(folder["pictures"]), TinyRecipe.Create(folder) with { Stages = [stage] });
        var spans = new List<float>();
        foreach (var batch in reader.From(DataPosition.Start))
        {
            spans.AddRange(batch.Lightness.Chunk(16 * 16).Select(plane => plane.Max() - plane.Min()));
            if (spans.Count >= 40) break;
        }
        Assert.True(spans.Max() > 2 * spans.Min(), $"{spans.Min()} {spans.Max()}");
    }

    [Fact]
    public void From_Ageing_ChangesLightnessAndNoColors()
    {
        var young = Take(DataPosition.Start, 2);
        var reader = new BatchReader(PictureSource.Open(folder["pictures"]),
            TinyRecipe.Create(folder) with { Ageing = new AgeingRecipe { Share = 1 } });
        foreach (var old in reader.From(DataPosition.Start))
        {
            Assert.Equal(young[0].Chroma, old.Chroma);
            Assert.NotEqual(young[0].Lightness, old.Lightness);
            break;
        }
    }

    [Fact]
    public void From_UnreadablePicture_LeavesItOutAndSaysSo()
    {
        File.WriteAllText(Path.Combine(folder["pictures"], "beach", "000.png"), "no picture");
        var batches = Take(DataPosition.Start, 5);
        Assert.Equal(19, batches.Sum(batch => batch.Count));
        Assert.Contains(
            "000.png", Assert.Single(batches.SelectMany(batch => batch.Unreadable)), StringComparison.Ordinal);
    }

    [Fact]
    public void From_UnreadableFirstPicture_LeavesEveryOtherItsOwnLightnessColorsAndLabel()
    {
        var whole = Take(DataPosition.Start, 5);
        var first = PictureSource.Open(folder["pictures"]).Read(Shuffling.Seed(TinyRecipe.Create(folder).Seed, 0))
            .First().Name;
        File.WriteAllText(Path.Combine(folder["pictures"], first), "no picture");
        var rest = Take(DataPosition.Start, 5);

        Assert.Equal([3, 4, 4, 4, 4], rest.Select(batch => batch.Count));
        Assert.Equal(whole.SelectMany(batch => batch.Labels).Skip(1), rest.SelectMany(batch => batch.Labels));
        Assert.Equal(Planes(whole, batch => batch.Lightness).Skip(1), Planes(rest, batch => batch.Lightness));
        Assert.Equal(Planes(whole, batch => batch.Chroma).Skip(1), Planes(rest, batch => batch.Chroma));

        static IEnumerable<float[]> Planes(List<Batch> batches, Func<Batch, float[]> values) =>
            batches.SelectMany(batch => values(batch).Chunk(values(batch).Length / batch.Count));
    }

    [Fact]
    public void Crop_OfAKnownPicture_HoldsItsLightnessAndTheMeanOfItsChroma()
    {
        using var photo = Photo.FromRgb(
            8, 8, [.. Enumerable.Range(0, 64).SelectMany(i => i % 8 < 4 ? new byte[] { 255, 0, 0 } : [0, 0, 255])]);
        photo.Save(folder["halves.png"]);
        using var picture = DecodedPicture.Decode(File.ReadAllBytes(folder["halves.png"]), "halves.png", leastSide: 8);
        var (lightness, chroma) = (new float[64], new float[32]);
        new Crop(8, 8, 8, 0, 0, Mirrored: true).CopyTo(picture, lightness, chroma);
        Assert.Equal(32.3f, lightness[0], 0.05f);   // blue: 32.30, 79.19, -107.86
        Assert.Equal(53.24f, lightness[7], 0.05f);  // red: 53.24, 80.09, 67.20 (brucelindbloom.com)
        Assert.Equal(-107.86f, chroma[16], 0.1f);
        Assert.Equal(67.2f, chroma[19], 0.1f);
    }

    private List<Batch> Take(DataPosition start, int count) =>
        [.. new BatchReader(PictureSource.Open(folder["pictures"]), TinyRecipe.Create(folder)).From(start).Take(count)];
}
