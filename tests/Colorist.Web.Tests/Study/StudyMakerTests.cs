namespace Colorist.Web.Tests;

public sealed class StudyMakerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Pictures_OfAllMethods_AreFilesAlike()
    {
        var methods = StudyPhotoFolders.Make(folder, 4, "truth", "proposed", "baseline");
        var study = StudyMaker.Create(folder["study"], methods);
        foreach (var photo in study.Pictures.GroupBy(picture => picture.Value.Photo))
        {
            var files = photo.Select(picture => File.ReadAllBytes(Study.PathOf(folder["study"], picture.Key))).ToList();
            Assert.Equal(3, files.Count);
            Assert.Single(files.Select(file => file.Length).Distinct());
            Assert.Single(files.Select(Tables).Distinct()); // the same markers, tables and profile, and no other
            Assert.All(photo.Zip(files),
                pair => Assert.Equal(pair.First.Value.Method, StudyPhotoFolders.MethodOf(pair.Second)));
        }

        Assert.All(study.Pictures.Keys, name => Assert.Matches("^[0-9a-f]{16}\\.jpg$", name));
        Assert.All(study.Participants, participant => Assert.Matches("^[0-9a-f]{32}$", participant.Link));
        Assert.Equal(10, study.Participants.Select(participant => participant.Link).Distinct().Count());
    }

    [Fact]
    public void Orders_OfParticipants_DifferAndComeFromTheSeed()
    {
        var methods = StudyPhotoFolders.Make(folder, 12, "truth", "proposed");
        var study = StudyMaker.Create(folder["a"], methods, new StudyOptions { Participants = 6 });
        var orders = study.Participants.Select(participant => Order(study, participant)).ToList();
        Assert.Equal(6, orders.Distinct().Count());
        Assert.Equal(Enumerable.Repeat(6, 6), study.Participants
            .Select(participant => participant.Shown.Count(shown => study.Pictures[shown[0]].Method == "truth")));
        var again = StudyMaker.Create(folder["b"], methods, new StudyOptions { Participants = 6 });
        Assert.Equal(orders, again.Participants.Select(participant => Order(again, participant)));
        var other = StudyMaker.Create(folder["c"], methods, new StudyOptions { Participants = 6, Seed = 2 });
        Assert.NotEqual(orders, other.Participants.Select(participant => Order(other, participant)));
        Assert.Empty(study.Pictures.Keys.Intersect(again.Pictures.Keys)); // a seed tells nobody a name
        Assert.Equal(orders[2], Order(study, Study.Load(folder["a"]).Participants[2]));
    }

    [Fact]
    public void Choice_OfThreeMethods_ShowsAllPairsEachAsOftenFirst()
    {
        var methods = StudyPhotoFolders.Make(folder, 12, "truth", "proposed", "baseline");
        var study = StudyMaker.Create(folder["study"], methods, new StudyOptions { Kind = StudyKind.Choice });
        Assert.All(study.Participants, participant =>
        {
            var pairs = participant.Shown.Select(shown => shown.Select(name => study.Pictures[name]).ToList()).ToList();
            Assert.All(pairs,
                pair => Assert.Equal(
                    (pair[0].Photo, 2), (pair[1].Photo, pair.Select(picture => picture.Method).Distinct().Count())));
            Assert.Equal([4, 4, 4], pairs.CountBy(
                pair => string.Join(' ', pair.Select(picture => picture.Method).Order())).Select(pair => pair.Value));
            Assert.Equal(6, pairs.Count(pair => Place(pair[0]) < Place(pair[1])));
        });
        int Place(StudyPicture picture) => methods.Index().First(method => method.Item.Name == picture.Method).Index;
    }

    [Fact]
    public void Sizes_ThatDiffer_BecomeTheSmallestAndShapesAreRefused()
    {
        var methods = StudyPhotoFolders.Make(folder, 3, "truth", "proposed");
        StudyPhotoFolders.Save(new byte[3 * 96 * 64], folder["truth/photo-0000.jpg"], 96, 64, overwrite: true);
        StudyPhotoFolders.Save(new byte[3 * 90 * 30], folder["truth/photo-0001.jpg"], 90, 30, overwrite: true);
        File.WriteAllText(folder["proposed/photo-0002.png"], "no picture");
        File.Copy(folder["truth/photo-0001.jpg"], folder["truth/more.jpg"]);
        var left = new List<string>();
        var study = StudyMaker.Create(folder["study"], methods, new StudyOptions
        {
            EveryMethod = true
        }, left: left.Add);
        Assert.Equal(2, study.Pictures.Count);
        Assert.All(study.Pictures.Keys, name =>
        {
            using var photo = Photo.Load(Study.PathOf(folder["study"], name));
            Assert.Equal((StudyPhotoFolders.Width, StudyPhotoFolders.Height), (photo.Width, photo.Height));
        });
        Assert.Equal(3, left.Count);
        Assert.Equal("1 photo left out that not every folder has", left[0]);
        Assert.Contains(left, line => line.EndsWith("found 48×16 for 24×16", StringComparison.Ordinal)
            || line.EndsWith("found 24×16 for 48×16", StringComparison.Ordinal));
    }

    [Fact]
    public void Models_ColorThePhotosOfTheTruth()
    {
        StudyPhotoFolders.Make(folder, 1, "truth");
        using var colorizer = Colorizer.Load(Server.Model.Value);
        File.WriteAllBytes(folder["truth/grey.png"], Server.Grey());
        using (var tall = Photo.Load(Repository.Path("samples", "coffee.png"))) tall.Save(folder["truth/coffee.png"]);
        var left = new List<string>();
        var study = StudyMaker.Create(folder["study"], [new("truth", folder["truth"]), new("tiny", null, colorizer)],
            new StudyOptions { Side = 64, EveryMethod = true }, left: left.Add);
        Assert.Equal("expected a photo in colour, as the truth, found one in black and white",
            Assert.Single(left, line => line.Contains("grey", StringComparison.Ordinal)).Split(": ")[1]);
        var (truth, tiny) = (Shown("truth"), Shown("tiny"));
        Assert.Equal((64, 43, 64, 43), (truth.Width, truth.Height, tiny.Width, tiny.Height));
        using var grey = truth.WithoutColor();
        using var greyAgain = tiny.WithoutColor();
        // the lightness is the truth's, but for JPEG
        Assert.InRange(grey.ToRgb().Zip(greyAgain.ToRgb(), (a, b) => Math.Abs(a - b)).Average(), 0, 2);
        Assert.NotEqual(truth.ToRgb(), tiny.ToRgb());
        Photo Shown(string method) =>
            Photo.Load(Study.PathOf(folder["study"], study.Pictures
                .Single(picture => picture.Value == new StudyPicture("coffee", method)).Key));
    }

    [Fact]
    public void Create_ThatFails_LeavesNothing()
    {
        var methods = StudyPhotoFolders.Make(folder, 3, "truth", "proposed");
        Directory.CreateDirectory(folder["there"]);
        Fails<StudyException>("expected no folder yet, found something of that name", "there", methods);
        Fails<StudyException>("expected a folder of pictures, found none that can be read", "study",
            [methods[0], new("other", folder["nowhere"])]);
        Fails<ArgumentException>("expected two methods or more to compare, found 1", "study", [methods[0]]);
        Fails<ArgumentException>(
            "expected different names of methods, found truth, truth", "study", [methods[0], methods[0]]);
        Fails<ArgumentException>("expected at most 3 photos for each participant, as there are no more, found 4",
            "study", methods, new StudyOptions { PhotosEach = 4 });
        Fails<ArgumentException>(
            "expected 2 photos or more for each participant, or each photo in every method, found 1", "study", methods,
            new StudyOptions { PhotosEach = 1 });
        Fails<ArgumentException>("expected 1 to 1000 participants, found 0", "study", methods, new StudyOptions
        {
            Participants = 0
        });
        File.Copy(folder["truth/photo-0001.jpg"], folder["truth/photo-0001.jpeg"]);
        Fails<StudyException>("expected one picture of the name photo-0001, found two", "study", methods);
        Assert.Throws<OperationCanceledException>(
            () => StudyMaker.Create(folder["study"], [methods[1], methods[1] with { Name = "twice" }],
                stop: new CancellationToken(canceled: true)));
        Assert.Equal(["proposed", "there", "truth"], Directory.GetFileSystemEntries(folder.Path)
            .Select(Path.GetFileName).Order());
    }

    private void Fails<T>(string message, string name, IReadOnlyList<StudyMethod> methods, StudyOptions? options = null)
        where T : Exception =>
        Assert.EndsWith(message, Assert.Throws<T>(() => StudyMaker.Create(folder[name], methods, options)).Message,
            StringComparison.Ordinal);

    private static string Order(Study study, StudyParticipant participant) =>
        string.Join(' ', participant.Shown
            .Select(shown => $"{study.Pictures[shown[0]].Photo}:{study.Pictures[shown[0]].Method}"));

    /// <summary>
    /// All of a JPEG file before its pixels, but for the Huffman codes, which are the encoder's usual ones.
    /// </summary>
    private static string Tables(byte[] jpeg) =>
        Convert.ToHexString(jpeg.AsSpan(0, jpeg.AsSpan().IndexOf((byte[])[0xff, 0xda])));
}
