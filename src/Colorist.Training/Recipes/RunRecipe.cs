using System.Text.Json.Nodes;

namespace Colorist.Training;

/// <summary>Compares changes on the command line with the run that they would go on with.</summary>
internal static class RunRecipe
{
    // They say how a run is watched and where its pictures lie, not what it learns.
    private static readonly HashSet<string> Free = new(StringComparer.OrdinalIgnoreCase)
    {
        "reportEvery", "validateEvery", "validationPictures", "checkpointMinutes", "data.training", "data.validation",
        "data.root",
    };

    /// <param name="checkpoint">Of the run.</param>
    /// <param name="asked">The recipe with the changes.</param>
    /// <param name="overrides">The changes, as in <see cref="Recipe.Load"/>.</param>
    /// <exception cref="RecipeException">A change asks for another value than the run has.</exception>
    /// <exception cref="CheckpointException">The checkpoint is damaged.</exception>
    public static void CheckSame(string checkpoint, Recipe asked, IReadOnlyList<string> overrides)
    {
        if (overrides.Count == 0) return;
        var (running, wanted) =
            (JsonNode.Parse(Checkpoint.LoadRecipe(checkpoint).ToJson())!, JsonNode.Parse(asked.ToJson())!);
        foreach (var change in overrides.Select(RecipeOverride.Parse))
        {
            var key = string.Join('.', change.Path);
            var (has, asks) = (change.In(running), change.In(wanted));
            if (Free.Contains(key) || JsonNode.DeepEquals(has, asks)) continue;
            throw new RecipeException("--set", $"{key}={has?.ToJsonString() ?? "null"}, as {checkpoint} was begun",
                $"{asks?.ToJsonString() ?? "null"}; --run begins another run");
        }
    }
}
