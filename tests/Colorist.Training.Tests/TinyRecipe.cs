namespace Colorist.Training.Tests;

/// <summary>A run that takes a second.</summary>
internal static class TinyRecipe
{
    public static Recipe Create(TemporaryFolder folder, OptimizerKind optimizer = OptimizerKind.AdamW) => new()
    {
        Name = "tiny",
        Description = "As small as it gets.",
        Licence = "MIT",
        Network = NetworkSizes.Tiny,
        Data = new DataRecipe
        {
            Training = folder["pictures"],
            Validation = folder["pictures"],
            Description = "synthetic",
            Terms = "none"
        },
        Stages = [new Stage { Pictures = 8, Scale = 24, Side = 16, Batch = 4 }, new Stage
        {
            Pictures = 40,
            Scale = 40,
            Side = 32,
            Batch = 4
        }],
        Optimizer = new OptimizerRecipe
        {
            Kind = optimizer,
            LearningRate = optimizer == OptimizerKind.Adadelta ? 1 : 0.003,
            FinalLearningRate = 1e-4,
            WarmUpPictures = 8,
        },
        ReportEvery = 4,
    };
}
