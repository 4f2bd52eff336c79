namespace Colorist.Training.Tests;

public sealed class ModelAboutTests
{
    [Fact]
    public void FromFile_OfTheShippedModel_SaysWhatItsCardSays()
    {
        var about = ModelAbout.FromFile(Repository.Path("models", "resnet18.about.json"));
        var card = ModelCard.Read(Path.Combine(Repository.ShippedModel, ModelCard.FileName));
        Assert.Equal(
            (about.Name, about.Description, about.Licence, about.Data, about.DataTerms, about.Commit,
                about.PicturesSeen),
            (card.Name, card.Description, card.Licence, card.Data, card.DataTerms, card.Commit, card.PicturesSeen));
    }

    [Theory]
    [InlineData("{}", "the key name")]
    [InlineData("""{"name":"a","colour":"b"}""", "a known key, one of name, description, ")]
    [InlineData("no JSON", "what a model's card says (JSON)")]
    public void FromFile_SomethingElse_SaysSo(string json, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["about.json"], json);
        var error = Assert.Throws<RecipeException>(() => ModelAbout.FromFile(folder["about.json"]));
        Assert.Contains($"about.json: expected {expected}", error.Message, StringComparison.Ordinal);
    }
}
