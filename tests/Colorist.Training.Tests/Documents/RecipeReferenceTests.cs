namespace Colorist.Training.Tests;

public sealed class RecipeReferenceTests
{
    private static readonly XmlDocs Training = new(typeof(Recipe).Assembly);
    private static readonly XmlDocs Modelling = new(typeof(NetworkSizes).Assembly);

    [Fact]
    public void Page_OfRecipes_SaysWhatTheRecordsSay() => ReferencePage.Check("recipe.md",
    [
        "# Recipes", "",
        "Every key of a training recipe. An unknown key is an error. Written by a test.",
        .. Part("The recipe", typeof(Recipe), Training),
        .. Part("data", typeof(DataRecipe), Training),
        .. Part("stages", typeof(Stage), Training),
        .. Part("stages.larger", typeof(LargerPictures), Training),
        .. Part("optimizer", typeof(OptimizerRecipe), Training),
        .. Part("loss", typeof(LossRecipe), Training),
        .. Part("ageing", typeof(AgeingRecipe), Training),
        .. Part("shape", typeof(ShapeRecipe), Training),
        .. Part("adversarial", typeof(AdversarialRecipe), Training),
        .. Part("network, family `iizuka`", typeof(NetworkSizes), Modelling),
        .. Part("network, family `resnet18`", typeof(ResNetSizes), Modelling),
    ]);

    private static IEnumerable<string> Part(string title, Type type, XmlDocs docs) =>
        ["", $"## {title}", "", docs.Summary(type), "", .. KeyTable.Lines(type, KeyTable.Usual(type), docs)];
}
