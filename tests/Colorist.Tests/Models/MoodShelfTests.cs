namespace Colorist.Tests;

public sealed class MoodShelfTests
{
    [Theory]
    [InlineData("resnet18", "resnet18")]
    [InlineData("../../../../elsewhere/x", "..-..-..-..-elsewhere-x")]
    [InlineData("a\\b\u001bc\0", "a-b-c-")]
    public void FileName_WhatACardSays_IsNoPath(string name, string expected) =>
        Assert.Equal(expected, MoodShelf.FileName(name));

    [Fact]
    public void FileName_LongName_IsCut() => Assert.Equal(100, MoodShelf.FileName(new string('x', 5000)).Length);
}
