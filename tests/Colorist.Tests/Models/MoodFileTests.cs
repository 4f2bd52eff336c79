namespace Colorist.Tests;

public sealed class MoodFileTests : IDisposable
{
    private static readonly ModelCard Card = new()
    {
        Name = "half",
        Description = "A model.",
        RenderSide = 64,
        GlobalFeatures = 2,
        Labels = ["abbey"],
        Licence = "MIT",
        Data = "none",
        DataTerms = "none",
        Commit = "none",
        PicturesSeen = 0,
        Created = DateTimeOffset.UnixEpoch,
        Files = [new(ModelFile.Weights, 1, new string('a', 64))],
    };

    private readonly TemporaryFolder folder = new();

    private string File => folder["below/moods.json"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_WrittenMoods_AreTheSame()
    {
        MoodFile.Write(File, Card,
            [new Mood("noon", "two pictures", new Scene([0.1f, 1 / 3f], [1])),
                new Mood("snow", "one", new Scene([0, 2], [1]))]);
        var moods = MoodFile.Read(File, Card);
        Assert.Equal(["noon", "snow"], moods.Select(mood => mood.Name));
        Assert.Equal("two pictures", moods[0].Origin);
        Assert.Equal([0.1f, 1 / 3f], moods[0].Scene.Vector);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void Read_NoFile_HasNoMoods() => Assert.Empty(MoodFile.Read(File, Card));

    [Fact]
    public void Read_MoodsOfAnotherModel_AreRefusedInOneLine()
    {
        MoodFile.Write(File, Card, [new Mood("noon", "", new Scene([1, 2], [1]))]);
        var other = Card with { Files = [new(ModelFile.Weights, 1, new string('b', 64))] };
        var error = Assert.Throws<ModelException>(() => MoodFile.Read(File, other));
        Assert.Contains(
            "expected moods of the model half with weights bbbbbbbbbbbb, found those of half with weights aaaaaaaaaaaa",
            error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"formatVersion\":1}")]
    [InlineData("null")]
    public void Read_SomethingElse_IsRefused(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, content);
        Assert.Throws<ModelException>(() => MoodFile.Read(File, Card));
    }

    [Fact]
    public void Read_VectorOfAnotherLength_IsRefused()
    {
        MoodFile.Write(File, Card, [new Mood("noon", "", new Scene([1, 2, 3], [1]))]);
        Assert.Throws<ModelException>(() => MoodFile.Read(File, Card));
    }

    [Fact]
    public void NameOf_WhatPeopleType_IsLowerCaseWithHyphens()
    {
        Assert.Equal("interior-warm", Mood.NameOf(" Interior warm"));
        Assert.Throws<ArgumentException>(() => Mood.NameOf("a=2"));
        Assert.Throws<ArgumentException>(() => Mood.NameOf(" "));
    }
}
