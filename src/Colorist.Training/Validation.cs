namespace Colorist.Training;

/// <summary>Looks at a network in training as its users would: exported, loaded, and given whole photos.</summary>
/// <param name="recipe">How many pictures it takes.</param>
/// <param name="run">Where scores, grid, plot and model go.</param>
/// <param name="source">Pictures that are never trained on.</param>
internal sealed class Validation(Recipe recipe, RunFolder run, IPictureSource source)
{
    private const int GridRows = 8;

    /// <summary>Scores the network, draws the grid and the loss plot anew, and adds a line to the log.</summary>
    public async Task Validate(ColorNetwork network, TrainingState state)
    {
        new TrainedNetwork(network, recipe, state).Write(run.Model, source.Labels);
        using var colorizer = Colorizer.Load(run.Model);
        var evaluator = Evaluator.For(colorizer);

        var options = new EvaluationOptions
        {
            MaxPictures = state.Position.Seen >= recipe.Pictures ? null : recipe.ValidationPictures
        };
        var result = await evaluator.Run(source, options);
        var scores = result.ToDictionary();
        DrawGrid(evaluator);
        LossPlot.Draw(
            run.Log, run.Plot, new TrainingValidation(state.Position.Seen, scores["abRmse"], scores["greyAbRmse"]));
        // last: it says that the validation is complete
        run.Report(new { pictures = state.Position.Seen, validation = scores });
    }

    private void DrawGrid(Evaluator evaluator)
    {
        var pictures = evaluator.Color(source, Enumerable.Range(0, GridRows).ToHashSet());
        PictureSheet.Write(
            run.Grid,
            ["grey", "predicted", "true"],
            [.. pictures.OrderBy(pair => pair.Key)
                .Select(pair => new SheetRow("", pair.Value.Grey, pair.Value.Predicted, pair.Value.Truth))]);
    }
}
