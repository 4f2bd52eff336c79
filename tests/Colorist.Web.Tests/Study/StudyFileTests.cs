namespace Colorist.Web.Tests;

/// <summary>Studies that somebody wrote on, or that were not all copied.</summary>
public sealed class StudyFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Study study;

    public StudyFileTests() =>
        study = StudyMaker.Create(folder["study"], StudyPhotoFolders.Make(folder, 2, "truth", "proposed"),
            new StudyOptions { Participants = 1 });

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Study_WithAPartThatIsNotItsOwn_IsRefused()
    {
        var path = folder["study/study.json"];
        var (good, picture) = (File.ReadAllText(path), study.Participants[0].Shown[0][0]);
        Refused(good.Replace(picture, "../study.json", StringComparison.Ordinal),
            $"{path}: expected names of files in its folder of pictures, found ../study.json");
        Refused(good.Replace($"\"{picture}\":", "\"..\":", StringComparison.Ordinal),
            $"{folder["study"]}/pictures/..: expected a picture of the study, found none");
        Refused(good.Replace($"[\"{picture}\"]", "[\"other.jpg\"]", StringComparison.Ordinal),
            $"{path}: expected pictures of its key, found other.jpg");
        Refused(
            good.Replace($"[\"{picture}\"]", "[]", StringComparison.Ordinal), $"{path}: expected 1 at a time, found 0");
        Refused(good.Replace("\"methods\":[\"truth\"", "\"methods\":[\"other\"", StringComparison.Ordinal),
            $"{path}: expected the methods other, proposed, found truth");
        Refused(good.Replace("natural", "unknown", StringComparison.Ordinal),
            $"{path}: expected kind of natural or choice, found unknown in line 1");
        Refused("no json", $"{path}: expected a study, found no JSON in line 1");
        File.WriteAllText(path, good);
        File.Delete(Study.PathOf(folder["study"], picture));
        Refused(good, $"{Study.PathOf(folder["study"], picture)}: expected a picture of the study, found none");

        void Refused(string text, string message)
        {
            File.WriteAllText(path, text);
            Assert.Equal(message, Assert.Throws<StudyException>(() => Study.Load(folder["study"])).Message);
        }
    }

    [Fact]
    public void Answers_ThatAreNoDatabase_AreRefusedAndLeftAlone()
    {
        var path = folder["study/answers.db"];
        File.WriteAllText(path, new string('x', 5000));
        var message = Assert.Throws<StudyException>(() => StudyReport.Read(folder["study"])).Message;
        Assert.Equal(
            $"{path}: expected a file of answers that can be read and written, found one that cannot (SQLite 26)",
            message);
        Assert.Equal(5000, new FileInfo(path).Length);
    }
}
