namespace Colorist.Tests;

public sealed class ModelShelfTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private ModelShelf Shelf => new(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Names_FoldersWithCards_AreSortedAndNothingElse()
    {
        Assert.Empty(new ModelShelf(folder["missing"]).Names);
        Put("b");
        Put("a");
        Put(".adding-1");
        Directory.CreateDirectory(folder["empty"]);
        Assert.Equal(["a", "b"], Shelf.Names);
    }

    [Fact]
    public void Find_NameOnTheShelf_ComesBeforeAPath()
    {
        Put("mine");
        Assert.Equal(folder["mine"], Shelf.Find("mine"));
        Assert.Equal(folder["mine"], new ModelShelf(folder["missing"]).Find(folder["mine"]));
        Assert.Null(Shelf.Find("other"));
    }

    [Theory]
    [InlineData("../mine")]
    [InlineData(".hidden")]
    [InlineData("a+b")]
    [InlineData("")]
    public void PathOf_NoName_IsRefused(string name) => Assert.Throws<ArgumentException>(() => Shelf.PathOf(name));

    [Fact]
    public void Remove_Model_IsGoneAndNothingElse()
    {
        Put("mine");
        Directory.CreateDirectory(folder["other"]);
        Shelf.Remove("mine");
        Assert.Equal([folder["other"]], Directory.GetDirectories(folder.Path));
        Assert.Contains("expected a model of the name mine, found none at all",
            Assert.Throws<ModelException>(() => Shelf.Remove("mine")).Message, StringComparison.Ordinal);
        Assert.Throws<ModelException>(() => Shelf.Remove("other"));
        Assert.True(Directory.Exists(folder["other"]));
    }

    private void Put(string name)
    {
        Directory.CreateDirectory(folder[name]);
        File.WriteAllText(Path.Combine(folder[name], ModelCard.FileName), "{}");
    }
}
