using System.Text;

namespace Colorist.Evaluation.Tests;

public sealed class PictureSourceTests : IDisposable
{
    private const int PerScene = 5;

    private readonly TemporaryFolder folder = new();

    public PictureSourceTests() => SyntheticPictures.WriteFolders(folder["pictures"], PerScene, side: 16);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("folder")]
    [InlineData("shard.tar")]
    [InlineData("shard.tar.gz")]
    [InlineData("list.csv")]
    public void Read_EveryKindOfSource_GivesTheSamePicturesAndLabels(string kind)
    {
        var source = Open(kind);
        var pictures = source.Read(shuffleSeed: null).ToList();
        Assert.Equal(SyntheticPictures.Scenes, source.Labels);
        Assert.Equal(4 * PerScene, pictures.Count);
        Assert.All(pictures, picture =>
        {
            var scene = Path.GetFileName(Path.GetDirectoryName(picture.Name))!;
            Assert.Equal(scene == PictureSource.Unlabelled
                ? null
                : scene, picture.Label is { } label ? source.Labels[label] : null);
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder["pictures"], picture.Name)), picture.Encoded);
        });
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("shard.tar")]
    [InlineData("list.csv")]
    public void Read_Shuffled_GivesEveryPictureOnceInAnOrderOfTheSeed(string kind)
    {
        var source = Open(kind);
        string[] Names(ulong? seed) => [.. source.Read(seed).Select(picture => picture.Name)];
        Assert.Equal(Names(7), Names(7));
        Assert.NotEqual(Names(7), Names(8));
        Assert.Equal(Names(null).Order(), Names(7).Order());
    }

    [Fact]
    public void Open_SeveralShards_ReadsThemAll()
    {
        SyntheticPictures.WriteTar(folder["pictures"], folder["train-00.tar"]);
        SyntheticPictures.WriteTar(folder["pictures"], folder["train-01.tar"]);
        Assert.Equal(8 * PerScene, PictureSource.Open(folder["train-*.tar"]).Read(1).Count());
    }

    [Fact]
    public void Open_ListWithMissingFile_GivesNoBytesForIt()
    {
        File.WriteAllText(folder["list.csv"], "/beach/000.png 0\n/beach/gone.png 0\n");
        var pictures = PictureSource.Open(folder["list.csv"], folder["pictures"]).Read(null).ToList();
        Assert.Equal([false, true], pictures.Select(picture => picture.Encoded.Length == 0));
    }

    [Theory]
    [InlineData("pictures/beach", PerScene)]
    [InlineData("pictures/beach/*.png", PerScene)]
    [InlineData("pictures/beach/000.png", 1)]
    public void Open_PhotosWithoutScenes_GivesNoLabels(string path, int count)
    {
        var source = PictureSource.Open(folder[path]);
        Assert.Empty(source.Labels);
        Assert.Equal(count, source.Read(3).Count(picture => picture.Label is null));
    }

    [Theory]
    [InlineData("nowhere", "found nothing")]
    [InlineData("no-*.tar", "found none")]
    [InlineData("words.txt", "found \"hello\"")]
    [InlineData("cut.tar", "damaged")]
    public void Open_NotADataSet_SaysWhatWasFound(string path, string words)
    {
        File.WriteAllText(folder["words.txt"], "hello\n");
        SyntheticPictures.WriteTar(folder["pictures"], folder["whole.tar"]);
        File.WriteAllBytes(folder["cut.tar"], File.ReadAllBytes(folder["whole.tar"])[..3000]);
        var exception = Assert.Throws<DataException>(() => PictureSource.Open(folder[path]).Read(null).Count());
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("77777777777 ", "a picture of at most")] // 8 GB in octal digits
    [InlineData("base256", "damaged")] // more than 2^63
    [InlineData("-1", "damaged")]
    public void Read_TarHeaderOfAbsurdSize_NamesShardAndEntry(string size, string words)
    {
        SyntheticPictures.WriteTar(folder["pictures"], folder["whole.tar"]);
        var bytes = File.ReadAllBytes(folder["whole.tar"]);
        var header = Enumerable.Range(0, bytes.Length / 512)
            .Last(block =>
                Encoding.ASCII.GetString(bytes, 512 * block, 512).Contains("004.png", StringComparison.Ordinal)) * 512;
        byte[] field = size == "base256"
            ? [0x80, .. Enumerable.Repeat((byte)0xFF, 11)]
            : Encoding.ASCII.GetBytes(size.PadRight(12));
        field.CopyTo(bytes, header + 124);
        bytes.AsSpan(header + 148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Convert.ToString(bytes.AsSpan(header, 512).ToArray().Sum(value => value), 8)
            .PadLeft(6, '0') + "\0 ").CopyTo(bytes, header + 148);
        File.WriteAllBytes(folder["absurd.tar"], bytes);
        File.WriteAllLines(folder["classes.txt"], SyntheticPictures.Scenes);
        var exception = Assert.Throws<DataException>(() => PictureSource.Open(folder["absurd.tar"]).Read(null).Count());
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.Contains("absurd.tar", exception.Message, StringComparison.Ordinal);
        Assert.Matches(@"004\.png|after [a-z]+/", exception.Message);
    }

    /// <remarks>The framework's reader throws an InvalidOperationException for it.</remarks>
    [Fact]
    public void Read_TarWithExtendedAttributesOfAbsurdSize_IsRefused()
    {
        using (var tar =
            new System.Formats.Tar.TarWriter(File.Create(folder["absurd.tar"]), System.Formats.Tar.TarEntryFormat.Pax))
            tar.WriteEntry(folder["pictures/beach/000.png"], "beach/000.png");
        var bytes = File.ReadAllBytes(folder["absurd.tar"]);
        Encoding.ASCII.GetBytes("77777777777 ").CopyTo(bytes, 124); // the first header is that of the attributes
        bytes.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Convert.ToString(bytes.AsSpan(0, 512).ToArray().Sum(value => value), 8).PadLeft(6, '0')
            + "\0 ").CopyTo(bytes, 148);
        File.WriteAllBytes(folder["absurd.tar"], bytes);
        Assert.Throws<DataException>(() => PictureSource.Open(folder["absurd.tar"]).Read(null).Count());
    }

    private IPictureSource Open(string kind)
    {
        if (kind == "folder") return PictureSource.Open(folder["pictures"]);
        if (kind == "list.csv") WriteList();
        else SyntheticPictures.WriteTar(folder["pictures"], folder[kind]);
        return PictureSource.Open(folder[kind], folder["pictures"]);
    }

    private void WriteList() => File.WriteAllLines(folder["list.csv"], PictureSource.Open(folder["pictures"]).Read(null)
        .Select(picture => $"{picture.Name} {picture.Label ?? -1}"));
}
