namespace Colorist.Training.Tests;

public sealed class RecipeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Recipes =>
        [.. Directory.GetFiles(Repository.Path("recipes"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Path("recipes"), file))];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Load_EveryRecipeOfTheProject_IsWhole(string file)
    {
        var recipe = Recipe.Load(Repository.Path("recipes", file));
        var (room, step) = (Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file));
        Assert.Contains(recipe.Name, new[] { room, $"{room}-{step}", step });
        Assert.Equal(recipe.ToJson(), Recipe.Parse(recipe.ToJson()).ToJson());
    }

    [Fact]
    public void Load_StartsOfTheProjectsRecipes_AreRunsOfOtherRecipes()
    {
        var recipes = Recipes.Select(row => Recipe.Load(Repository.Path("recipes", row.Data))).ToList();
        var runs = recipes.Select(recipe => $"runs/{recipe.Name}").ToHashSet();
        Assert.Equal(recipes.Count, runs.Count);
        var starts = recipes.Select(recipe => recipe.StartFrom).OfType<string>()
            .Where(start => Path.GetExtension(start) != ".onnx"); // a trunk that the user brings
        Assert.All(starts, start => Assert.Contains(Path.GetDirectoryName(start)!, runs));
    }

    [Fact]
    public void Load_Paper_IsThePapersNetworkAndTraining()
    {
        var recipe = Recipe.Load(Repository.Path("recipes", "iizuka", "paper.json"));
        Assert.Equal(NetworkSizes.Paper, recipe.Network);
        Assert.Equal(new Stage
        {
            Pictures = 200_000 * 128,
            Scale = 256,
            Side = 224,
            Batch = 128
        }, Assert.Single(recipe.Stages));
        Assert.Equal(OptimizerKind.Adadelta, recipe.Optimizer.Kind);
        Assert.Equal(1.0 / 300, recipe.Alpha);
    }

    [Fact]
    public void Parse_FamilyOfTheNetwork_DecidesItsSizes()
    {
        var resNet = TinyRecipe.Create(folder) with { Network = ResNetSizes.Tiny };
        Assert.Contains("\"family\": \"resnet18\"", resNet.ToJson(), StringComparison.Ordinal);
        Assert.Equal(ResNetSizes.Tiny, Recipe.Parse(resNet.ToJson()).Network);
        var paper = TinyRecipe.Create(folder).ToJson();
        Assert.Equal(NetworkSizes.Tiny,
            Recipe.Parse(paper.Replace("\"family\": \"iizuka\",", "", StringComparison.Ordinal)).Network);
        Assert.Throws<RecipeException>(() => Recipe.Parse(paper.Replace("iizuka", "other", StringComparison.Ordinal)));
    }

    [Fact]
    public void Load_Overrides_ReplaceSingleValues()
    {
        var recipe = Load("optimizer.learningRate=0.5", "stages.0.batch=16", "name=other", "optimizer.kind=adadelta");
        Assert.Equal((0.5, 16, "other", OptimizerKind.Adadelta),
            (recipe.Optimizer.LearningRate, recipe.Stages[0].Batch, recipe.Name, recipe.Optimizer.Kind));
    }

    [Theory]
    [InlineData("learningRat=1", "learningRat")]
    [InlineData("network.withd=1", "withd")]
    [InlineData("stages.0.side=60", "multiple of 8")]
    [InlineData("stages.7.side=64", "stages.7.side")]
    [InlineData("alpha=-1", "alpha")]
    [InlineData("nonsense", "nonsense")]
    public void Load_WrongValueOrUnknownKey_SaysWhich(string change, string words) =>
        Assert.Contains(words, Assert.Throws<RecipeException>(() => Load(change)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 16)]
    [InlineData(7, 16)]
    [InlineData(8, 24)]
    [InlineData(47, 24)]
    [InlineData(48, 32)]
    [InlineData(1000, 32)] // the last stage goes on
    public void StageAt_AnyPicture_IsTheStageThatItFallsInto(long seen, int side)
    {
        var recipe = TinyRecipe.Create(folder) with { Stages = [Stage(8, 16), Stage(40, 24), Stage(20, 32)] };
        Assert.Equal(side, recipe.StageAt(seen).Side);

        static Stage Stage(int pictures, int side) => new() { Pictures = pictures, Scale = 40, Side = side, Batch = 4 };
    }

    [Theory]
    [InlineData("\"width\"", "\"widht\"", "expected a known key such as width, found network.widht in line ")]
    [InlineData("\"alpha\"", "\"somethingElse\"", "expected a known key, one of name, description, ")]
    [InlineData("\"adamW\"", "\"adam\"", "expected optimizer.kind of adadelta or adamW, found adam in line ")]
    [InlineData("\"seed\": 1", "\"seed\": 0.5", "expected seed of a whole number, found 0.5 in line ")]
    [InlineData("\"batch\": 4", "\"batch\": \"4\"", "expected stages.0.batch of a whole number, found 4 in line ")]
    [InlineData("\"terms\": \"none\"", "\"terms\": null", "expected data.terms of a text, found null in line ")]
    [InlineData("\"licence\": \"MIT\",", "", "expected the key licence, found none in the object of line 1")]
    [InlineData("\"seed\": 1", "\"seed\": ,", "expected a recipe (JSON), found no JSON in line ")]
    public void Load_FaultInTheFile_SaysKeyAndLineInOneLineOfItsOwn(string right, string wrong, string words)
    {
        var text = TinyRecipe.Create(folder).ToJson();
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(folder["recipe.json"], text.Replace(right, wrong, StringComparison.Ordinal));
        var thrown = Assert.Throws<RecipeException>(() => Recipe.Load(folder["recipe.json"]));
        Assert.StartsWith($"{folder["recipe.json"]}: {words}", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    [Fact]
    public void LoadRecipe_OfACheckpointWithAnUnknownKey_SaysWhich()
    {
        WriteCheckpoint(TinyRecipe.Create(folder).ToJson().Replace("\"alpha\"", "\"alphq\"", StringComparison.Ordinal));
        var thrown = Assert.Throws<CheckpointException>(() => Checkpoint.LoadRecipe(folder["checkpoint.zip"]));
        Assert.StartsWith(
            $"{folder["checkpoint.zip"]}: expected a recipe with a known key such as alpha, found alphq in line ",
            thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("optimizer.learningRate=0.5", false)]
    [InlineData("stages.1.pictures=4000", false)]
    [InlineData("optimizer.learningRate=0.003", true)]
    [InlineData("reportEvery=8", true)]
    [InlineData("checkpointMinutes=60", true)]
    public void CheckSame_ChangeOfARun_IsRefusedWhereItChangesWhatIsLearnt(string change, bool allowed)
    {
        WriteCheckpoint(TinyRecipe.Create(folder).ToJson());
        var thrown = Record.Exception(() => RunRecipe.CheckSame(folder["checkpoint.zip"], Load(change), [change]));
        if (allowed) Assert.Null(thrown);
        else
            Assert.StartsWith($"--set: expected {change.Split('=')[0]}=",
                Assert.IsType<RecipeException>(thrown).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RateAt_OverARun_WarmsUpAndFallsToTheFinalRate()
    {
        var optimizer = new OptimizerRecipe
        {
            Kind = OptimizerKind.AdamW,
            LearningRate = 1,
            FinalLearningRate = 0.1,
            WarmUpPictures = 100
        };
        Assert.Equal(0.5, optimizer.RateAt(50, 1100), 0.01);
        Assert.Equal(1, optimizer.RateAt(100, 1100), 1e-9);
        Assert.Equal(0.55, optimizer.RateAt(600, 1100), 1e-9);
        Assert.Equal(0.1, optimizer.RateAt(1100, 1100), 1e-9);
    }

    private void WriteCheckpoint(string recipe)
    {
        using var zip = System.IO.Compression.ZipFile
            .Open(folder["checkpoint.zip"], System.IO.Compression.ZipArchiveMode.Create);
        using var writer = new StreamWriter(zip.CreateEntry("recipe.json").Open());
        writer.Write(recipe);
    }

    private Recipe Load(params string[] overrides)
    {
        File.WriteAllText(folder["recipe.json"], TinyRecipe.Create(folder).ToJson());
        return Recipe.Load(folder["recipe.json"], overrides);
    }
}
