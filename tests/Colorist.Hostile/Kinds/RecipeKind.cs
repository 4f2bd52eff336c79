using Colorist.Training;

namespace Colorist.Hostile;

/// <summary>Recipes of trainings.</summary>
internal sealed class RecipeKind : IKind
{
    public string Name => "recipe";

    public int Share => 60;

    public void Run(Random random, string folder)
    {
        var path = Path.Combine(folder, "recipe.json");
        File.WriteAllBytes(
            path, Mutation.Text(System.Text.Encoding.UTF8.GetBytes(CheckpointKind.Recipe.ToJson()), random));
        Recipe.Load(path);
    }
}
